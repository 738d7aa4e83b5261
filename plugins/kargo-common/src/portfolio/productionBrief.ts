import type { EntityPromotions } from '../view/entityPromotions';
import type { NextView, StageView } from '../view/stageView';

/**
 * What is in production and what comes next: "In production: 1.8.2. Next: 1.8.3, 12 min of soak left in uat."
 *
 * @public
 */
export function productionBrief({
  projects,
  headline,
}: Pick<EntityPromotions, 'projects' | 'headline'>): string {
  const stages = projects.flatMap(project =>
    project.stages.items.filter(({ controlFlow }) => !controlFlow),
  );
  // Why there are none is what the headline says.
  if (stages.length === 0) return headline;
  const production = stages.filter(({ final }) => final);
  return [inProduction(production), comingNext(stages, production)]
    .filter(Boolean)
    .join(' ');
}

function inProduction(production: readonly StageView[]): string {
  const versions = new Set(
    production.flatMap(({ freight }) =>
      freight ? [freight.version ?? 'an unknown version'] : [],
    ),
  );
  return versions.size === 0
    ? 'Nothing is in production yet.'
    : `In production: ${[...versions].join(' and ')}.`;
}

/** What comes into production, else what has come furthest. */
function comingNext(
  stages: readonly StageView[],
  production: readonly StageView[],
): string | undefined {
  const [last] = [
    ...production.filter(({ next }) => next),
    ...stages.filter(({ next }) => next).reverse(),
  ];
  if (!last?.next) return undefined;
  const { next, final, name } = last;
  const what = next.version ?? next.freight.slice(0, 7);
  const where = final ? '' : ` on its way to ${name},`;
  return `Next: ${what},${where} ${howItStands(next)}.`;
}

function howItStands({ status, byItself, reasons }: NextView): string {
  if (status === 'promoting') return 'being promoted';
  if (status === 'ready' && byItself) return 'promoted by itself now';
  return reasons[0]?.text ?? 'waiting';
}
