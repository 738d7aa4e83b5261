export { BYPASS_CAUSES, type BypassCause } from './BypassCause';
export type { EpisodeEvidence } from './EpisodeEvidence';
export {
  PROPOSAL_PRECISION,
  proposalPrecision,
  type ProposalPrecision,
  type ProposalPrecisions,
  type TriageOutcome,
} from './proposalPrecision';
export {
  proposeCause,
  TRIAGE_RULES,
  TRIAGE_RULES_VERSION,
  type CauseProposal,
  type TriageRule,
} from './proposeCause';
