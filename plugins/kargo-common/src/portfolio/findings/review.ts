import type { Obstacle } from '../../pipeline/obstacle';
import type { Coming } from './StageSubject';

/** The pull request of a promotion that waits for a reviewer; `undefined` where none does, or nobody has looked yet. */
export function reviewOf({ progress }: Coming) {
  return progress.obstacles.find(isReview);
}

function isReview(
  obstacle: Obstacle,
): obstacle is Extract<Obstacle, { readonly kind: 'waiting-for-review' }> {
  return obstacle.kind === 'waiting-for-review';
}
