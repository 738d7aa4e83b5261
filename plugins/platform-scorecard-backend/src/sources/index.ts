export { CATALOG_SOURCE } from './catalogFacts';
export { createSources } from './createSources';
export { SCAFFOLDER_SOURCE } from './scaffolderRunFacts';
export { schedulePolls } from './schedulePolls';
