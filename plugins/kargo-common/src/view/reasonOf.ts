import { obstacleSentence } from '../pipeline/obstacleSentence';
import type { Obstacle } from '../pipeline/obstacle';
import type { Reason } from './stageView';

/** An obstacle as the contract has it. */
export function reasonOf(obstacle: Obstacle, at: Date): Reason {
  return {
    kind: obstacle.kind,
    text: obstacleSentence(obstacle, at),
    until: 'until' in obstacle ? obstacle.until : undefined,
    url: 'url' in obstacle ? obstacle.url : undefined,
    stops: obstacle.stops,
  };
}
