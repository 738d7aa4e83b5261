export { PodNames } from './PodNames';
export { PodNamesReader } from './PodNamesReader';
export { WorkloadEntities, type WorkloadEntity } from './WorkloadEntities';
export {
  entityOfDemand,
  mayKnowNamespace,
  workloadNamesIn,
} from './workloadNamesIn';
