import type { StatusWording } from '@fairway/platform-ui';
import type {
  ActResponse,
  ControlName,
  PortalAction,
} from '@fairway/plugin-kargo-common';

/** What an action does, for those who are about to do it. */
export const ACTION_WORDS: Readonly<Record<PortalAction, string>> = {
  promote: 'Promotes the freight into the stage.',
  'promote-downstream':
    'Promotes what is in this stage into every stage that takes freight from it. Each has controls of its own; one that is blocked does not stop the others.',
  'approve-freight':
    'Makes the freight available to the stage although it is not verified, or has not soaked, in the stages before. It promotes nothing yet.',
  abort:
    'Ends the promotion where it is. What its steps have done already stays done.',
  refresh: 'Makes Kargo look now, and not when it would have looked anyway.',
  reverify: 'Verifies once more what is in the stage.',
  'resume-auto-promotion':
    'Promotes what auto-promotion would pick, and lets it go on from there.',
};

/** What came of an action. */
export const RESULT_WORDING: Readonly<
  Record<ActResponse['results'][number]['outcome'], StatusWording>
> = {
  executed: { tone: 'good', word: 'done' },
  blocked: { tone: 'attention', word: 'not done' },
  refused: { tone: 'bad', word: 'refused by the control plane' },
  failed: { tone: 'unknown', word: 'nobody knows whether it was done' },
};

const CONTROL_WORDS: Readonly<Record<ControlName, string>> = {
  'execution-mode': 'how far Backstage goes',
  executor: 'what Backstage can do',
  permission: 'your permission',
  'cluster-access': 'your access on the control plane',
  availability: 'whether Kargo takes the freight',
  verification: 'verification',
  soak: 'soak time',
  window: 'change windows and freezes',
  approvals: 'approvals',
  hold: 'holds',
  health: 'the health of the stage',
  diff: 'what cannot be undone',
  queue: 'promotions that come first',
  controller: 'the silent controller',
};

/** Controls by what they are about. */
export function controlList(controls: readonly ControlName[]): string {
  return controls.map(name => CONTROL_WORDS[name]).join(', ');
}
