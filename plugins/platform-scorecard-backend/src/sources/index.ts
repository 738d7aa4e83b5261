export { CATALOG_SOURCE } from './catalogFacts';
export { createSources } from './createSources';
export { FactSources } from './FactSources';
export { SCAFFOLDER_SOURCE } from './scaffolderRunFacts';
export { schedulePolls } from './schedulePolls';
