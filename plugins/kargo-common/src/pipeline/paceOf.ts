import type { Stage } from '../model/stage';
import type { PipelinePace } from './projectedArrival';

/**
 * The pace of a pipeline as its stages remember it: how long the last promotion took, and the middle one of the
 * verifications that they still know.
 *
 * @param opensAt - when a stage may be promoted to; at once by default
 *
 * @public
 */
export function paceOf(
  stages: readonly Stage[],
  opensAt: PipelinePace['opensAt'] = (_, from) => from,
): PipelinePace {
  const byName = new Map(stages.map(stage => [stage.name, stage]));
  return {
    opensAt,
    promotionSeconds(name) {
      const last = byName.get(name)?.lastPromotion;
      return last?.phase === 'Succeeded'
        ? seconds(last.steps[0]?.startedAt, last.finishedAt)
        : undefined;
    },
    verificationSeconds(name) {
      const known = (byName.get(name)?.history ?? [])
        .flatMap(({ verifications }) => verifications)
        .flatMap(
          ({ startedAt, finishedAt }) => seconds(startedAt, finishedAt) ?? [],
        )
        .sort((a, b) => a - b);
      return known[Math.floor((known.length - 1) / 2)];
    },
  };
}

function seconds(
  from: string | undefined,
  to: string | undefined,
): number | undefined {
  const millis = Date.parse(to ?? '') - Date.parse(from ?? '');
  return Number.isFinite(millis) && millis >= 0 ? millis / 1000 : undefined;
}
