import { isFinished } from '../model/promotionPhase';
import { isVerificationFinished } from '../model/verification';
import type { Obstacle } from './obstacle';
import type { StageSituation } from './StageSituation';

/**
 * What keeps a promotion waiting once it could begin: a stage runs one at a time, the oldest first, and not while what
 * is there is being verified. Kargo says so in its debug log only.
 *
 * @see akuity/kargo pkg/controller/stages/regular_stages.go, `syncPromotions`
 */
export function queueObstacles(situation: StageSituation): Obstacle[] {
  return [...ahead(situation), ...verification(situation)];
}

function ahead({ promotions, freight }: StageSituation): Obstacle[] {
  if (!promotions) {
    return [{ stops: 'promotion', kind: 'not-observed', what: 'promotions' }];
  }
  const waiting = promotions
    .filter(({ phase }) => !isFinished(phase))
    .sort((a, b) =>
      a.phase === b.phase
        ? a.name.localeCompare(b.name)
        : Number(b.phase === 'Running') - Number(a.phase === 'Running'),
    );
  const own = waiting.findIndex(
    promotion => promotion.freight === freight.name,
  );
  return waiting.slice(0, own === -1 ? undefined : own).map(promotion => ({
    stops: 'promotion',
    kind: 'queued-behind',
    promotion: promotion.name,
    freight: promotion.freight,
    phase: promotion.phase,
  }));
}

function verification({ stage, freight }: StageSituation): Obstacle[] {
  const [current] = stage.history;
  if (!current || current.items.some(({ name }) => name === freight.name)) {
    return [];
  }
  const running = current.verifications.find(
    ({ phase }) => !isVerificationFinished(phase),
  );
  const [latest] = current.verifications;
  // An unhealthy stage may be mended by the next promotion, so it need not be verified first.
  const isAwaited = stage.health === 'Healthy' && !latest;
  if (!running && !isAwaited) return [];
  return [
    {
      stops: 'promotion',
      kind: 'current-unverified',
      verification: running?.phase,
    },
  ];
}
