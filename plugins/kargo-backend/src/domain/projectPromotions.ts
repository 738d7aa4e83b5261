import {
  freshnessOf,
  type ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import type { Observation } from '@fairway/observation';
import {
  finalStages,
  newestFirst,
  recordedActorWords,
  stageViewOf,
  upstreamFirst,
  type Freight,
  type FreightView,
  type ProjectPromotions,
  type ProjectState,
  type PromotionRow,
  type PromotionView,
  type Warehouse,
  type WarehouseView,
} from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import { controllerViews } from './controllerViews';
import { newestPromotions } from './newestPromotions';

/** The newest ones are shown; the rest of the history belongs to the ledger. */
const MAX_PROMOTIONS = 50;
const MAX_FREIGHT = 30;
/** Names of stages beside a piece of freight. */
const MAX_STAGE_NAMES = 12;

/**
 * The view of one project on one control plane.
 *
 * @param stageNames - narrows the stages and their promotions; all stages where absent
 */
export function projectPromotions(options: {
  readonly controlPlane: ControlPlane;
  readonly project: string;
  readonly stageNames: readonly string[] | undefined;
  readonly url: string | undefined;
  readonly state: ProjectState;
}): ProjectPromotions {
  const { controlPlane, project, stageNames, url, state } = options;
  const { observations } = controlPlane;
  const final = new Set(finalStages(state.stages).map(stage => stage.name));
  const shown = upstreamFirst(state.stages).filter(
    ({ name }) => stageNames?.includes(name) ?? true,
  );
  const freight = newestFirst(state.freight);
  const promotions = shown.map(({ name }) => state.promotionsOf(name) ?? []);
  const observed = (snapshot: ResourceSnapshot<unknown>) =>
    observation(snapshot, project);

  return {
    controlPlane: { name: controlPlane.name, title: controlPlane.title, url },
    project,
    stages: {
      ...observed(observations.stages.snapshot()),
      items: shown.map(stage =>
        stageViewOf(stage, state, { final: final.has(stage.name) }),
      ),
    },
    freight: {
      ...observed(observations.freight.snapshot()),
      items: freight.slice(0, MAX_FREIGHT).map(freightView),
      total: freight.length,
    },
    promotions: {
      ...observed(observations.promotions.snapshot()),
      items: newestPromotions(promotions, MAX_PROMOTIONS).map(row =>
        promotionView(row, state),
      ),
      total: promotions.reduce((sum, { length }) => sum + length, 0),
    },
    warehouses: {
      ...observed(observations.warehouses.snapshot()),
      items: controlPlane.warehousesOf(project).map(warehouseView),
    },
    controllers: {
      ...observed(observations.controllers.snapshot()),
      items: controllerViews(shown, state, controlPlane),
    },
  };
}

function observation(
  snapshot: ResourceSnapshot<unknown>,
  project: string,
): Observation {
  return {
    freshness: freshnessOf(snapshot.state),
    malformed: snapshot.malformed.filter(({ key }) =>
      key.startsWith(`${project}/`),
    ),
  };
}

function freightView(freight: Freight): FreightView {
  const lists = [
    freight.currentlyIn,
    freight.verifiedIn,
    freight.approvedFor,
  ].map(entries => entries.map(({ stage }) => stage));
  const [currentlyIn, verifiedIn, approvedFor] = lists.map(names =>
    names.slice(0, MAX_STAGE_NAMES),
  );
  const more = lists
    .map(names => Math.max(0, names.length - MAX_STAGE_NAMES))
    .reduce((sum, count) => sum + count, 0);
  return {
    name: freight.name,
    alias: freight.alias,
    version: freight.version,
    warehouse: freight.warehouse,
    discoveredAt: freight.discoveredAt,
    artifacts: freight.artifacts,
    currentlyIn,
    verifiedIn,
    approvedFor,
    moreStages: more || undefined,
  };
}

/** A promotion as a row of a list. */
export function promotionView(
  row: PromotionRow,
  state: ProjectState,
): PromotionView {
  return {
    name: row.name,
    stage: row.stage,
    freight: row.freight,
    version: state.freightNamed(row.freight)?.version,
    phase: row.phase,
    actor: row.actor && recordedActorWords(row.actor),
    rollback: row.rollback || undefined,
    createdAt: row.createdAt,
  };
}

function warehouseView(warehouse: Warehouse): WarehouseView {
  const { name, automatic, subscriptions, problem } = warehouse;
  return {
    name,
    automatic,
    subscriptions: subscriptions.map(subscription => ({ ...subscription })),
    problem: problem && { message: problem.message, since: problem.since },
  };
}
