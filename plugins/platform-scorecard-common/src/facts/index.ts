export { factKind, isPlatformFact } from './factKind';
export { foreignFactSchema, type ForeignFact } from './foreignFact';
export {
  entityRefSchema,
  FACT_KINDS,
  FACT_TYPE_PREFIX,
  platformFactSchema,
  type FactData,
  type FactKind,
  type PlatformFact,
} from './platformFact';
