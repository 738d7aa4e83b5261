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
  type PromotionConfig,
  type PromotionRow,
  type Stage,
  type Warehouse,
} from '@fairway/plugin-kargo-common';
import type { ArgoCdPlace } from '../argocd/readArgoCdConfig';
import { ShardArgoCds } from '../argocd/ShardArgoCds';
import {
  ANALYSIS_RUNS,
  CLUSTER_CONFIGS,
  CONTROLLERS,
  FREIGHTS,
  PROJECT_CONFIGS,
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

/** Another cluster that does not answer must not hold up what this one says. */
const ARGO_CD_TIMEOUT_MS = 1_000;

/** What is observed of a control plane. */
interface Observations {
  readonly projects: ResourceObservation<Project>;
  readonly projectConfigs: ResourceObservation<PromotionConfig>;
  readonly clusterConfigs: ResourceObservation<PromotionConfig>;
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
  /** Where the Argo CDs of its shards are, as far as that is configured. */
  readonly argoCdPlaces?: ReadonlyMap<string, ArgoCdPlace>;
  /** A promotion with its steps, as it was when somebody last read it. */
  readonly lastRead?: PromotionReader['lastRead'];
}

/** What a control plane consists of, however much of it is shown. */
interface Parts {
  readonly observations: Observations;
  readonly groups: Groups;
  readonly argoCds: ShardArgoCds;
  readonly options: ControlPlaneOptions;
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
    const observations: Observations = {
      projects: observe(PROJECTS),
      projectConfigs: observe(PROJECT_CONFIGS),
      clusterConfigs: observe(CLUSTER_CONFIGS),
      warehouses: observe(WAREHOUSES),
      stages: observe(STAGES),
      freight: observe(FREIGHTS),
      promotions: observe(PROMOTIONS),
      controllers: observe(CONTROLLERS),
      analysisRuns: observe(ANALYSIS_RUNS),
      workloads: observe(WORKLOADS),
    };
    const argoCds = new ShardArgoCds({
      controlPlane: cluster.name,
      clusterResources,
      places: options.argoCdPlaces ?? new Map(),
      stages: observations.stages,
    });
    return new ControlPlane(cluster, {
      observations,
      groups: groupsOf(observations),
      argoCds,
      options,
    });
  }

  readonly name: string;
  readonly title: string | undefined;
  readonly observations: Observations;
  readonly argoCds: ShardArgoCds;
  readonly #cluster: Cluster;
  readonly #parts: Parts;
  readonly #groups: Groups;
  readonly #options: ControlPlaneOptions;
  readonly #own: OwnWarehouse | undefined;
  readonly #ofWarehouses = new Map<string, ControlPlane>();

  private constructor(cluster: Cluster, parts: Parts, own?: OwnWarehouse) {
    this.name = cluster.name;
    this.title = cluster.title;
    this.observations = parts.observations;
    this.argoCds = parts.argoCds;
    this.#cluster = cluster;
    this.#parts = parts;
    this.#groups = parts.groups;
    this.#options = parts.options;
    this.#own = own;
  }

  /** The same control plane, as far as its stages and freight belong to a warehouse; it ends with this one. */
  ofWarehouse(name: string): ControlPlane {
    const known = this.#ofWarehouses.get(name);
    if (known) return known;
    const own = new ControlPlane(
      this.#cluster,
      this.#parts,
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
    await this.argoCds.settled(Math.min(timeoutMs, ARGO_CD_TIMEOUT_MS));
  }

  /** Waits until all that has a part in the freeze calendar was read once, or could not be. */
  async calendarSettled(timeoutMs: number): Promise<void> {
    const { projectConfigs, clusterConfigs } = this.observations;
    await Promise.all([
      projectConfigs.settled({ timeoutMs }),
      clusterConfigs.settled({ timeoutMs }),
      this.argoCds.settled(timeoutMs),
    ]);
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

  /**
   * What the project and the control plane say about when stages may be promoted, as far as it may be read. Kargo takes
   * the ProjectConfig that is called like its project, and the ClusterConfig `cluster`.
   *
   * @see akuity/kargo pkg/webhook/kubernetes/projectconfig/webhook.go and clusterconfig/webhook.go
   */
  promotionConfigsOf(project: string): readonly PromotionConfig[] {
    const { projectConfigs, clusterConfigs } = this.observations;
    return [
      projectConfigs.snapshot().items.get(`${project}/${project}`),
      clusterConfigs.snapshot().items.get('cluster'),
    ].filter(config => config !== undefined);
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
    this.argoCds.close();
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
