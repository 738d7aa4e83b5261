import type { StatusWording, Tone } from '@fairway/platform-ui';
import type {
  ApprovalState,
  ArtifactChange,
  ControllerView,
  DiagnosisView,
  NextView,
  PreflightView,
  PromotionPhase,
  StageHealth,
  StageControlsView,
  StagePhase,
  StageView,
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

/** What comes next, in one word: whether it goes by itself, or waits for a condition or for somebody. */
export function nextWording(
  next: Pick<NextView, 'status' | 'byItself'>,
): StatusWording {
  switch (next.status) {
    case 'promoting':
      return { tone: 'busy', word: 'is being promoted' };
    case 'ready':
      return next.byItself
        ? { tone: 'good', word: 'comes by itself' }
        : { tone: 'attention', word: 'waits for somebody' };
    default:
      return { tone: 'attention', word: 'waits' };
  }
}

/** A silent controller says nothing about applications, so it is never bad. */
export const CONTROLLER_WORDING: Readonly<
  Record<ControllerView['status'], StatusWording>
> = {
  alive: { tone: 'good', word: 'Alive' },
  silent: { tone: 'attention', word: 'Silent: what is shown may be old' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

/** Whether a controller gets through to Argo CD, by what its stages tell. */
export const ARGO_CD_WORDING: Readonly<
  Record<ControllerView['argoCd']['status'], StatusWording>
> = {
  reached: { tone: 'good', word: 'Reached' },
  off: { tone: 'unknown', word: 'Not connected' },
  'not-reached': { tone: 'attention', word: 'Not reached' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

export const CHANGE_WORDING: Readonly<
  Record<ArtifactChange['change'], StatusWording>
> = {
  same: { tone: 'unknown', word: 'Same' },
  changed: { tone: 'attention', word: 'Changed' },
  added: { tone: 'good', word: 'New' },
  removed: { tone: 'bad', word: 'Gone' },
};

/** A stage in one word: what is wrong wins over what goes on, and that over what is fine. */
export function stageWording(
  stage: Pick<StageView, 'phase' | 'health' | 'freight'>,
): StatusWording {
  const phase = PHASES[stage.phase];
  const health = HEALTHS[stage.health];
  if (phase.tone === 'bad' || !stage.freight) return phase;
  if (health.tone === 'bad') return health;
  return phase.tone === 'busy' ? phase : health;
}

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

type Explained = Extract<DiagnosisView, { readonly status: 'explained' }>;

export const SEVERITY_TONES: Readonly<Record<Explained['severity'], Tone>> = {
  failure: 'bad',
  decision: 'attention',
  waiting: 'busy',
  information: 'unknown',
};

export const CONFIDENCE_WORDS: Readonly<
  Record<Explained['confidence'], string>
> = {
  certain: 'This is the only cause.',
  likely: 'In most cases this is the cause.',
  possible: 'The cause is worth a first look; it need not be this one.',
};

export const RETRY_WORDS: Readonly<Record<Explained['safeToRetry'], string>> = {
  yes: 'It is safe to try again.',
  no: 'Trying again does not help.',
  'after-fix': 'Try again after it is mended.',
};

export const PARTY_WORDS: Readonly<Record<string, string>> = {
  developer: 'A developer',
  reviewer: 'The reviewer',
  'repository-admin': 'An administrator of the repository',
  'platform-team': 'The platform team',
  'kargo-admin': 'An administrator of Kargo',
  'argocd-admin': 'An administrator of Argo CD',
  nobody: 'Nobody has to do anything; whoever is waiting',
};

export const SOURCE_WORDS: Readonly<
  Record<StageControlsView['source'], string>
> = {
  'stage-label': 'by a label of the stage',
  'project-label': 'by a label of the project',
  annotation: 'by an annotation of the entity',
  inferred: 'inferred from the steps',
  default: 'the strictest one, since none is known',
};

export const ACTOR_WORDS: Readonly<
  Record<PreflightView['blockers'][number]['whoCanAct'], string>
> = {
  caller: 'You can act.',
  approvers: 'The approvers can act.',
  owner: 'The owner of the stage can act.',
  platform: 'The platform team can act.',
  time: 'It passes by itself.',
};

export const APPROVAL_WORDING: Readonly<Record<ApprovalState, StatusWording>> =
  {
    pending: { tone: 'busy', word: 'Approval is asked for' },
    approved: { tone: 'good', word: 'Approved' },
    rejected: { tone: 'bad', word: 'Rejected' },
    expired: { tone: 'unknown', word: 'Expired' },
    withdrawn: { tone: 'unknown', word: 'Withdrawn' },
    used: { tone: 'unknown', word: 'Used' },
  };
