import {
  freshnessOf,
  type ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  finalStages,
  upstreamFirst,
  type Freight,
  type FreightView,
  type ProjectPromotions,
  type Promotion,
  type PromotionView,
  type Stage,
  type StageView,
} from '@fairway/plugin-kargo-common';

/** The newest ones are shown; the rest of the history belongs to a ledger. */
const MAX_PROMOTIONS = 50;
const MAX_FREIGHT = 50;

/** What a control plane knows about everything, at one moment. */
export interface ControlPlaneSnapshot {
  readonly name: string;
  readonly title: string | undefined;
  readonly stages: ResourceSnapshot<Stage>;
  readonly freight: ResourceSnapshot<Freight>;
  readonly promotions: ResourceSnapshot<Promotion>;
}

/**
 * The view of one project on one control plane.
 *
 * @param stageNames - narrows the stages and their promotions; all stages where absent
 */
export function projectPromotions(options: {
  readonly controlPlane: ControlPlaneSnapshot;
  readonly project: string;
  readonly stageNames: readonly string[] | undefined;
}): ProjectPromotions {
  const { controlPlane, project, stageNames } = options;
  const shown = (stage: string) => stageNames?.includes(stage) ?? true;

  const stages = upstreamFirst(inProject(controlPlane.stages, project));
  const final = new Set(finalStages(stages).map(stage => stage.name));
  const freight = newestFirst(
    inProject(controlPlane.freight, project),
    item => item.discoveredAt,
  );
  const promotions = newestFirst(
    inProject(controlPlane.promotions, project),
    item => item.createdAt,
  ).filter(promotion => shown(promotion.stage));

  return {
    controlPlane: { name: controlPlane.name, title: controlPlane.title },
    project,
    stages: {
      ...observed(controlPlane.stages, project),
      items: stages
        .filter(stage => shown(stage.name))
        .map(stage => stageView(stage, freight, final.has(stage.name))),
    },
    freight: {
      ...observed(controlPlane.freight, project),
      items: freight.slice(0, MAX_FREIGHT).map(freightView),
    },
    promotions: {
      ...observed(controlPlane.promotions, project),
      items: promotions
        .slice(0, MAX_PROMOTIONS)
        .map(promotion => promotionView(promotion, freight)),
    },
  };
}

function inProject<T extends { readonly project: string }>(
  snapshot: ResourceSnapshot<T>,
  project: string,
): T[] {
  return [...snapshot.items.values()].filter(item => item.project === project);
}

function observed(snapshot: ResourceSnapshot<unknown>, project: string) {
  return {
    freshness: freshnessOf(snapshot.state),
    malformed: snapshot.malformed.filter(({ key }) =>
      key.startsWith(`${project}/`),
    ),
  };
}

function newestFirst<T extends { readonly name: string }>(
  items: readonly T[],
  timeOf: (item: T) => string | undefined,
): T[] {
  const millis = (item: T) => Date.parse(timeOf(item) ?? '') || 0;
  return [...items].sort(
    (a, b) => millis(b) - millis(a) || b.name.localeCompare(a.name),
  );
}

function stageView(
  stage: Stage,
  freight: readonly Freight[],
  final: boolean,
): StageView {
  const { project: _, freight: current, ...rest } = stage;
  const since = freight
    .find(item => item.name === current?.name)
    ?.currentlyIn.find(entry => entry.stage === stage.name)?.since;
  return {
    ...rest,
    upstream: [...stage.upstream],
    healthIssues: [...stage.healthIssues],
    freight: current && { ...current, since },
    final,
  };
}

function freightView(freight: Freight): FreightView {
  const { project: _, ...rest } = freight;
  return {
    ...rest,
    currentlyIn: freight.currentlyIn.map(entry => entry.stage),
    verifiedIn: [...freight.verifiedIn],
    approvedFor: [...freight.approvedFor],
  };
}

function promotionView(
  promotion: Promotion,
  freight: readonly Freight[],
): PromotionView {
  const { project: _, uid: __, annotations: ___, ...rest } = promotion;
  return {
    ...rest,
    // A pending promotion carries no artifacts yet; its freight does.
    version:
      promotion.version ??
      freight.find(item => item.name === promotion.freight)?.version,
    steps: promotion.steps.map(step => ({ ...step })),
  };
}
