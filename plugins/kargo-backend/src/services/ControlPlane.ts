import type {
  Cluster,
  ClusterResourcesService,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  controllerVersion,
  controlPlaneVersion,
  ProjectState,
  type AnalysisRun,
  type Controller,
  type Freight,
  type KargoWorkload,
  type Project,
  type ProjectStateOptions,
  type PromotionRow,
  type Stage,
  type Warehouse,
} from '@fairway/plugin-kargo-common';
import {
  ANALYSIS_RUNS,
  CONTROLLERS,
  FREIGHTS,
  PROJECTS,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
  WORKLOADS,
  type WatchedResource,
} from '../domain/kargoResources';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { GroupedItems } from './GroupedItems';
import type { PromotionReader } from './PromotionReader';
import { OwnWarehouse } from './OwnWarehouse';

/** What is observed of a control plane. */
interface Observations {
  readonly projects: ResourceObservation<Project>;
  readonly warehouses: ResourceObservation<Warehouse>;
  readonly stages: ResourceObservation<Stage>;
  readonly freight: ResourceObservation<Freight>;
  readonly promotions: ResourceObservation<PromotionRow>;
  readonly controllers: ResourceObservation<Controller>;
  readonly analysisRuns: ResourceObservation<AnalysisRun>;
  readonly workloads: ResourceObservation<KargoWorkload>;
}

/** What is observed, by project; promotions by project and stage. */
interface Groups {
  readonly stages: GroupedItems<Stage>;
  readonly freight: GroupedItems<Freight>;
  readonly warehouses: GroupedItems<Warehouse>;
  readonly promotions: GroupedItems<PromotionRow>;
}

/** What a control plane does not tell of itself. */
export interface ControlPlaneOptions {
  /** Name of the controller that serves what names no shard, where it has a shard of its own. */
  readonly defaultController?: string;
  /** A promotion with its steps, as it was when somebody last read it. */
  readonly lastRead?: PromotionReader['lastRead'];
}

/** A Kargo control plane, kept current by watches. */
export class ControlPlane {
  static watch(
    cluster: Cluster,
    clusterResources: ClusterResourcesService,
    options: ControlPlaneOptions = {},
  ): ControlPlane {
    const observe = <T>({ projection, ...query }: WatchedResource<T>) =>
      clusterResources.observe({ cluster: cluster.name, ...query }, projection);
    const observations = {
      projects: observe(PROJECTS),
      warehouses: observe(WAREHOUSES),
      stages: observe(STAGES),
      freight: observe(FREIGHTS),
      promotions: observe(PROMOTIONS),
      controllers: observe(CONTROLLERS),
      analysisRuns: observe(ANALYSIS_RUNS),
      workloads: observe(WORKLOADS),
    };
    return new ControlPlane(
      cluster,
      observations,
      groupsOf(observations),
      options,
    );
  }

  readonly name: string;
  readonly title: string | undefined;
  readonly observations: Observations;
  readonly #cluster: Cluster;
  readonly #groups: Groups;
  readonly #options: ControlPlaneOptions;
  readonly #own: OwnWarehouse | undefined;
  readonly #ofWarehouses = new Map<string, ControlPlane>();

  private constructor(
    cluster: Cluster,
    observations: Observations,
    groups: Groups,
    options: ControlPlaneOptions,
    own?: OwnWarehouse,
  ) {
    this.name = cluster.name;
    this.title = cluster.title;
    this.observations = observations;
    this.#cluster = cluster;
    this.#groups = groups;
    this.#options = options;
    this.#own = own;
  }

  /** The same control plane, as far as its stages and freight belong to a warehouse; it ends with this one. */
  ofWarehouse(name: string): ControlPlane {
    const known = this.#ofWarehouses.get(name);
    if (known) return known;
    const own = new ControlPlane(
      this.#cluster,
      this.observations,
      this.#groups,
      this.#options,
      new OwnWarehouse(name),
    );
    this.#ofWarehouses.set(name, own);
    return own;
  }

  /** Waits until each resource was read once, or could not be. */
  async settled(timeoutMs: number): Promise<void> {
    await Promise.all(
      Object.values(this.observations).map(
        (observation: ResourceObservation<unknown>) =>
          observation.settled({ timeoutMs }),
      ),
    );
    // The groups hear of the first list one turn of the event loop after it is there.
    await nextTurn();
  }

  /** Names of the projects that have stages or freight. */
  projects(): ReadonlySet<string> {
    return new Set([
      ...this.#groups.stages.groups(),
      ...this.#groups.freight.groups(),
    ]);
  }

  stagesOf(project: string): readonly Stage[] {
    const stages = this.#groups.stages.listOf(project);
    return this.#own ? this.#own.stages(stages) : stages;
  }

  freightOf(project: string): readonly Freight[] {
    const freight = this.#groups.freight.listOf(project);
    return this.#own ? this.#own.freight(freight) : freight;
  }

  warehousesOf(project: string): readonly Warehouse[] {
    const warehouses = this.#groups.warehouses.listOf(project);
    return this.#own ? this.#own.warehouses(warehouses) : warehouses;
  }

  promotionsOf(project: string, stage: string): readonly PromotionRow[] {
    return this.#groups.promotions.listOf(`${project}/${stage}`);
  }

  promotion(project: string, name: string): PromotionRow | undefined {
    return this.observations.promotions
      .snapshot()
      .items.get(`${project}/${name}`);
  }

  labelsOf(project: string): Readonly<Record<string, string>> {
    const { items } = this.observations.projects.snapshot();
    return items.get(project)?.labels ?? {};
  }

  analysisRun(project: string, name: string): AnalysisRun | undefined {
    return this.observations.analysisRuns
      .snapshot()
      .items.get(`${project}/${name}`);
  }

  /** `undefined` where they may not be read, or Kargo is too old to have them. */
  controllers(): readonly Controller[] | undefined {
    const { state, items } = this.observations.controllers.snapshot();
    if (!isObserved(state)) return undefined;
    const workloads = this.#workloads();
    return [...items.values()].map(controller => ({
      ...controller,
      isDefault:
        controller.shard !== undefined &&
        controller.shard === this.#options.defaultController,
      version: controllerVersion(controller.holder, workloads),
    }));
  }

  /** Version of Kargo; `undefined` where its Deployments may not be read. */
  version(): string | undefined {
    return controlPlaneVersion(this.#workloads());
  }

  #workloads(): readonly KargoWorkload[] {
    return [...this.observations.workloads.snapshot().items.values()];
  }

  /** The project as it is known at a time, under the windows of a calendar. */
  stateOf(
    project: string,
    at: Date,
    closedWindowOf?: ProjectStateOptions['closedWindowOf'],
  ): ProjectState {
    const stages = this.stagesOf(project);
    const { state } = this.observations.promotions.snapshot();
    return new ProjectState({
      at,
      stages,
      freight: this.freightOf(project),
      promotions: isObserved(state)
        ? new Map(
            stages.map(({ name }) => [name, this.promotionsOf(project, name)]),
          )
        : undefined,
      controllers: this.controllers(),
      closedWindowOf,
      lastReadOf: promotion =>
        this.#options.lastRead?.({
          controlPlane: this.name,
          project,
          name: promotion,
        }),
    });
  }

  /** Ends all watches. */
  close(): void {
    for (const group of Object.values(this.#groups)) group.close();
    for (const observation of Object.values(this.observations)) {
      observation.close();
    }
  }
}

/** What was once read and is stale now is still known; what may not be read is not. */
function isObserved(state: ResourceSnapshot<unknown>['state']): boolean {
  return state.status === 'live' || state.status === 'stale';
}

function groupsOf(observations: Observations): Groups {
  const groupOf = ({ project }: { readonly project: string }) => project;
  const { stages, freight, warehouses, promotions } = observations;
  return {
    stages: new GroupedItems({ observation: stages, groupOf }),
    freight: new GroupedItems({ observation: freight, groupOf }),
    warehouses: new GroupedItems({ observation: warehouses, groupOf }),
    promotions: new GroupedItems({
      observation: promotions,
      groupOf: ({ project, stage }) => `${project}/${stage}`,
    }),
  };
}
