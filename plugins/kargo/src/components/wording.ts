import type { StatusWording, Tone } from '@fairway/platform-ui';
import type {
  PromotionPhase,
  StageHealth,
  StagePhase,
} from '@fairway/plugin-kargo-common';

export const PHASES: Readonly<Record<StagePhase, StatusWording>> = {
  steady: { tone: 'good', word: 'Settled' },
  promoting: { tone: 'busy', word: 'Promoting' },
  verifying: { tone: 'busy', word: 'Being verified' },
  failed: { tone: 'bad', word: 'Failed' },
  'no-freight': { tone: 'unknown', word: 'Empty' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

export const HEALTHS: Readonly<Record<StageHealth, StatusWording>> = {
  Healthy: { tone: 'good', word: 'Healthy' },
  Progressing: { tone: 'busy', word: 'Rolling out' },
  Unhealthy: { tone: 'bad', word: 'Unhealthy' },
  NotApplicable: { tone: 'unknown', word: 'Not checked' },
  Unknown: { tone: 'unknown', word: 'Unknown' },
};

export const PROMOTION_WORDING: Readonly<
  Record<PromotionPhase, StatusWording>
> = {
  Pending: { tone: 'busy', word: 'Waiting' },
  Running: { tone: 'busy', word: 'Running' },
  Succeeded: { tone: 'good', word: 'Succeeded' },
  Failed: { tone: 'bad', word: 'Failed' },
  Errored: { tone: 'bad', word: 'Errored' },
  Aborted: { tone: 'attention', word: 'Aborted' },
  Unknown: { tone: 'unknown', word: 'Unknown' },
};

const VERIFICATIONS: Readonly<Record<string, StatusWording>> = {
  Successful: { tone: 'good', word: 'Verified' },
  Pending: { tone: 'busy', word: 'Verification waits' },
  Running: { tone: 'busy', word: 'Being verified' },
  Failed: { tone: 'bad', word: 'Verification failed' },
  Error: { tone: 'bad', word: 'Verification errored' },
  Aborted: { tone: 'attention', word: 'Verification aborted' },
  Inconclusive: { tone: 'attention', word: 'Inconclusive' },
};

/** A stage without a verification of its freight has none, which is not the same as a failed one. */
export function verificationWording(phase: string | undefined): StatusWording {
  if (phase === undefined) return { tone: 'unknown', word: 'Not verified' };
  return VERIFICATIONS[phase] ?? { tone: 'unknown', word: phase };
}

const STEPS: Readonly<Record<string, Tone>> = {
  Succeeded: 'good',
  Running: 'busy',
  Failed: 'bad',
  Errored: 'bad',
  Aborted: 'attention',
};

const NOT_BEGUN = ['Waiting', 'Skipped'];

const GOING_ON: readonly PromotionPhase[] = ['Pending', 'Running'];

/** A step that has not begun has a word and no tone; after the end of its promotion it waits no more. */
export function stepWording(
  status: string,
  phase: PromotionPhase,
): { readonly tone?: Tone; readonly word: string } {
  if (status === 'Waiting' && !GOING_ON.includes(phase)) {
    return { word: 'Not run' };
  }
  if (NOT_BEGUN.includes(status)) return { word: status };
  return { tone: STEPS[status] ?? 'unknown', word: status };
}
