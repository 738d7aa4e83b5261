import type {
  Cluster,
  ClusterResourcesService,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';
import {
  ProjectState,
  type AnalysisRun,
  type Controller,
  type Freight,
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
  type WatchedResource,
} from '../domain/kargoResources';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { GroupedItems } from './GroupedItems';

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
}

/** A Kargo control plane, kept current by watches. */
export class ControlPlane {
  static watch(
    cluster: Cluster,
    clusterResources: ClusterResourcesService,
    argoCdPlaces: ReadonlyMap<string, ArgoCdPlace> = new Map(),
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
    };
    const argoCds = new ShardArgoCds({
      controlPlane: cluster.name,
      clusterResources,
      places: argoCdPlaces,
      stages: observations.stages,
    });
    return new ControlPlane(cluster, observations, argoCds);
  }

  readonly name: string;
  readonly title: string | undefined;
  readonly observations: Observations;
  readonly argoCds: ShardArgoCds;
  readonly #stages: GroupedItems<Stage>;
  readonly #freight: GroupedItems<Freight>;
  readonly #warehouses: GroupedItems<Warehouse>;
  readonly #promotions: GroupedItems<PromotionRow>;

  private constructor(
    cluster: Cluster,
    observations: Observations,
    argoCds: ShardArgoCds,
  ) {
    this.name = cluster.name;
    this.title = cluster.title;
    this.observations = observations;
    this.argoCds = argoCds;
    const groupOf = ({ project }: { readonly project: string }) => project;
    const { stages, freight, warehouses, promotions } = observations;
    this.#stages = new GroupedItems({ observation: stages, groupOf });
    this.#freight = new GroupedItems({ observation: freight, groupOf });
    this.#warehouses = new GroupedItems({ observation: warehouses, groupOf });
    this.#promotions = new GroupedItems({
      observation: promotions,
      groupOf: ({ project, stage }) => `${project}/${stage}`,
    });
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
    return new Set([...this.#stages.groups(), ...this.#freight.groups()]);
  }

  stagesOf(project: string): readonly Stage[] {
    return this.#stages.listOf(project);
  }

  freightOf(project: string): readonly Freight[] {
    return this.#freight.listOf(project);
  }

  warehousesOf(project: string): readonly Warehouse[] {
    return this.#warehouses.listOf(project);
  }

  promotionsOf(project: string, stage: string): readonly PromotionRow[] {
    return this.#promotions.listOf(`${project}/${stage}`);
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
    return isObserved(state) ? [...items.values()] : undefined;
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
    });
  }

  /** Ends all watches. */
  close(): void {
    this.argoCds.close();
    for (const group of [
      this.#stages,
      this.#freight,
      this.#warehouses,
      this.#promotions,
    ]) {
      group.close();
    }
    for (const observation of Object.values(this.observations)) {
      observation.close();
    }
  }
}

/** What was once read and is stale now is still known; what may not be read is not. */
function isObserved(state: ResourceSnapshot<unknown>['state']): boolean {
  return state.status === 'live' || state.status === 'stale';
}
