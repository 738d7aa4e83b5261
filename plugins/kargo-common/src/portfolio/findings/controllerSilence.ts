import { controllerState } from '../../model/controller';
import { obstacleSentence } from '../../pipeline/obstacleSentence';
import type { StageSubject } from './StageSubject';

/** Since when nobody works on a stage. */
export interface ControllerSilence {
  /** "the controller of shard emea is silent since 2 h". */
  readonly text: string;
  readonly since: string | undefined;
}

/** `undefined` where the controller of the stage is alive, or nothing is known of it, as before Kargo 1.10. */
export function controllerSilence({
  stage: { shard },
  state: { controllers, at },
}: StageSubject): ControllerSilence | undefined {
  const controller = controllerState(controllers ?? [], shard, at);
  if (controller.status !== 'silent') return undefined;
  const { since } = controller;
  const stops = 'promotion';
  const text = obstacleSentence(
    { stops, kind: 'controller-silent', shard, since },
    at,
  );
  return { text, since };
}
