import { redactExcerpt } from '../../diagnosis/redact';
import { isVerificationFinished } from '../../model/verification';
import type { Stage } from '../../model/stage';
import { controllerSilence } from './controllerSilence';
import type { Finding } from './finding';
import type { StageSubject } from './StageSubject';

const MAX_TEXT = 200;

/** A message of Kargo, without secrets, short enough for a row. */
export function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
  const short = redactExcerpt(line, MAX_TEXT);
  return short.length === MAX_TEXT ? `${short}…` : short;
}

/** The last promotion or verification did not succeed. It stays so while the controller is silent. */
export function failure(subject: StageSubject): Finding | undefined {
  const { stage } = subject;
  if (stage.phase !== 'failed') return undefined;
  const message = stage.phaseMessage && excerpt(stage.phaseMessage);
  const silence = controllerSilence(subject);
  const reason = [
    message
      ? `the stage ${stage.name} failed: ${message}`
      : `the last step of ${stage.name} failed`,
    silence && `${silence.text}, so this may be old`,
  ];
  return {
    state: 'failed',
    reason: reason.filter(Boolean).join('; '),
    since: failedAt(stage),
  };
}

/** What runs in the stage is not well. */
export function illness({ stage }: StageSubject): Finding | undefined {
  if (stage.health !== 'Unhealthy' || !stage.freight) return undefined;
  const [issue] = stage.healthIssues;
  return {
    state: 'failed',
    reason: issue
      ? `the stage ${stage.name} is unhealthy: ${excerpt(issue)}`
      : `the stage ${stage.name} is unhealthy`,
  };
}

function failedAt({ lastPromotion, history }: Stage): string | undefined {
  if (lastPromotion && lastPromotion.phase !== 'Succeeded') {
    return lastPromotion.finishedAt;
  }
  return history[0]?.verifications.find(({ phase }) =>
    isVerificationFinished(phase),
  )?.finishedAt;
}
