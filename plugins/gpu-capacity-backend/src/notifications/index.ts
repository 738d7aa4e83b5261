export type { CapacityFinding, FindFindings } from './CapacityFinding';
export { CapacityNotifier } from './CapacityNotifier';
export { DatabaseEpisodeStore } from './DatabaseEpisodeStore';
export { queueFindings } from './queueFindings';
export { idleFindings, lossFindings, pageOf } from './estateFindings';
