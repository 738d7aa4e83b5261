import { freightAvailability, type UpstreamGap } from './availability';
import { freightOfOrigin } from './freightByOrigin';
import type { Obstacle } from './obstacle';
import type { StageSituation } from './StageSituation';

/** What upstream stages still owe. */
export function upstreamObstacles(situation: StageSituation): Obstacle[] {
  const { stage, freight, at } = situation;
  const availability = freightAvailability(stage, freight, at);
  switch (availability.status) {
    case 'not-requested':
      return [{ stops: 'promotion', kind: 'not-requested' }];
    case 'waiting':
      return availability.gaps.map(gap => obstacleOf(gap, situation));
    default:
      return [];
  }
}

function obstacleOf(gap: UpstreamGap, situation: StageSituation): Obstacle {
  if (gap.kind === 'soaking') return { stops: 'promotion', ...gap };
  const { freight, stages, allFreight } = situation;
  const upstream = stages.find(({ name }) => name === gap.stage);
  const isThere = freight.currentlyIn.some(({ stage }) => stage === gap.stage);
  const about = { stops: 'promotion', stage: gap.stage } as const;
  if (isThere) {
    return {
      ...about,
      kind: 'upstream-unverified',
      verification: upstream?.verification,
    };
  }
  const wasThere = upstream?.history.some(({ items }) =>
    items.some(({ name }) => name === freight.name),
  );
  if (!wasThere) return { ...about, kind: 'not-in-upstream' };
  const current = freightOfOrigin(allFreight, freight.origin).find(
    ({ currentlyIn }) => currentlyIn.some(({ stage }) => stage === gap.stage),
  );
  return {
    ...about,
    kind: 'superseded',
    by: current?.version ?? current?.name,
  };
}
