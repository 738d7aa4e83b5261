export { factKind } from './factKind';
export {
  entityRefSchema,
  FACT_KINDS,
  FACT_TYPE_PREFIX,
  platformFactSchema,
  type FactData,
  type FactKind,
  type PlatformFact,
} from './platformFact';
