export {
  DEFAULT_OWNER_KEYS,
  findUnlinkedWorkloads,
} from './findUnlinkedWorkloads';
export type {
  CatalogWorkloadLink,
  PassedOverWorkload,
  UnlinkedContext,
  UnlinkedFindings,
  UnlinkedWorkload,
} from './UnlinkedWorkload';
