import { autoObstacles } from './autoObstacles';
import type { Obstacle } from './obstacle';
import { policyObstacles } from './policyObstacles';
import { queueObstacles } from './queueObstacles';
import type { StageSituation } from './StageSituation';
import { upstreamObstacles } from './upstreamObstacles';

/**
 * Where freight stands before a stage.
 *
 * @public
 */
export type Progress =
  /** It is in the stage. */
  | { readonly status: 'arrived' }
  /** Its promotion runs, perhaps waiting for somebody. */
  | {
      readonly status: 'promoting';
      readonly promotion: string;
      readonly obstacles: readonly Obstacle[];
    }
  /** Nothing stops a promotion: Kargo makes one by itself, or a person has to. */
  | {
      readonly status: 'ready';
      readonly byItself: boolean;
      readonly obstacles: readonly Obstacle[];
    }
  | { readonly status: 'stopped'; readonly obstacles: readonly Obstacle[] };

/**
 * Every unmet condition between freight and a stage, not only the first.
 *
 * @public
 */
export function whyNotFurther(situation: StageSituation): Progress {
  const { stage, freight, promotions } = situation;
  const isThere = stage.history[0]?.items.some(
    ({ name }) => name === freight.name,
  );
  const own = promotions?.find(
    promotion =>
      promotion.phase === 'Running' && promotion.freight === freight.name,
  );
  if (own) {
    return {
      status: 'promoting',
      promotion: own.name,
      obstacles: policyObstacles(situation),
    };
  }
  if (isThere) return { status: 'arrived' };
  const obstacles = [
    ...upstreamObstacles(situation),
    ...queueObstacles(situation),
    ...policyObstacles(situation),
    ...autoObstacles(situation),
  ];
  return obstacles.some(({ stops }) => stops === 'promotion')
    ? { status: 'stopped', obstacles }
    : { status: 'ready', byItself: obstacles.length === 0, obstacles };
}
