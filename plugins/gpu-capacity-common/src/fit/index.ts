export type { ClaimEvaluator, ClaimSlots } from './ClaimEvaluator';
export { fitByDomain, type DomainFit } from './domains';
export type { Refusal, Shortage } from './FilterPlugin';
export {
  FIT_VERDICTS,
  fit,
  type FitAnswer,
  type FitOptions,
  type FitVerdict,
  type NodeSlots,
} from './fit';
export {
  fitNode,
  fitOn,
  usageSeenBy,
  type FitNodeOptions,
  type NodeFit,
} from './fitNode';
export { fitMixedGang, type GangPart, type MixedGangAnswer } from './mixedGang';
export { nearMisses, type NearMiss } from './nearMisses';
export { matchesNodeAffinity, matchesTerm } from './nodeAffinity';
export { poolTolerations } from './poolTolerations';
export type { ReasonCount } from './reasons';
export { toleratesTaint } from './taintToleration';
