import type { AdvisorFailureKind } from '@fairway/plugin-kargo-node';

const UNREADABLE = 'What the model answered is no advice.';
const ENDPOINT =
  'The model cannot be asked now. Your platform team sees why in the log.';

const REASONS: Readonly<Record<AdvisorFailureKind, string>> = {
  refused: 'The model refused to answer.',
  empty: UNREADABLE,
  garbage: UNREADABLE,
  'cut-off': 'The answer of the model was cut off.',
  'too-large': UNREADABLE,
  rejected: ENDPOINT,
  unauthorized: ENDPOINT,
  'rate-limited': 'The model is asked too often. Try again in some minutes.',
  'endpoint-failed': ENDPOINT,
  unreachable: ENDPOINT,
  'timed-out': 'The model did not answer in time.',
  aborted: 'The question was withdrawn.',
};

/** Why there is no advice, in a sentence for the reader; also for a kind that a module made up. */
export function unavailableReason(kind: AdvisorFailureKind): string {
  return REASONS[kind] ?? ENDPOINT;
}
