import { controllerSilence } from './controllerSilence';
import type { Finding } from './finding';
import type { StageSubject } from './StageSubject';

/** Nobody works on the stage, so that nobody can say how it is. */
export function silence(subject: StageSubject): Finding | undefined {
  const found = controllerSilence(subject);
  return (
    found && {
      state: 'unknown',
      reason: `how ${subject.stage.name} is cannot be said: ${found.text}`,
      since: found.since,
    }
  );
}

/** Kargo says nothing of the stage that is understood here, or promotions may not be read. */
export function ignorance(subject: StageSubject): Finding | undefined {
  const { stage, coming } = subject;
  if (stage.phase === 'unknown') {
    return {
      state: 'unknown',
      reason: `Kargo does not say what ${stage.name} is doing`,
    };
  }
  if (stage.health === 'Unknown' && stage.freight) {
    return {
      state: 'unknown',
      reason: `the health of ${stage.name} is not known`,
    };
  }
  const isHidden = coming?.progress.obstacles.some(
    ({ kind }) => kind === 'not-observed',
  );
  if (!coming || !isHidden) return undefined;
  return {
    state: 'unknown',
    reason: `whether ${coming.title} goes to ${stage.name} is not known: the promotions cannot be read`,
  };
}
