import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  gpuScopeOf,
  type AcceleratorRegistry,
  type GpuCapacity,
  type GpuScope,
} from '@fairway/plugin-gpu-capacity-common';
import {
  workloadNamesIn,
  type PodNames,
  type PodNamesReader,
  type WorkloadEntities,
} from '../access';
import type { GangFit } from '../domain/gangFit';
import { poolCapacity } from '../domain/poolCapacity';
import { workloadCapacity } from '../domain/workloadCapacity';
import type { CapacityClusters, FoundCluster } from './CapacityClusters';
import type { GpuCapacityService } from './GpuCapacityService';
import type { MoveAdvisor } from './MoveAdvisor';
import { RecentAnswers } from './RecentAnswers';
import type { RightSizes } from './RightSizes';

type PoolScope = Extract<GpuScope, { status: 'pool' }>;
type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

/** Joins the catalog, with the caller's rights, with what the clusters say. */
export class DefaultGpuCapacityService implements GpuCapacityService {
  readonly #catalog: CatalogService;
  readonly #clusters: CapacityClusters;
  readonly #registry: AcceleratorRegistry;
  readonly #podNames: PodNamesReader;
  readonly #workloads: WorkloadEntities;
  readonly #moves: MoveAdvisor;
  readonly #rightSizes: RightSizes;

  readonly #fragmentation = new RecentAnswers<number | undefined>({
    maxAgeMs: 10_000,
  });
  readonly #fits = new RecentAnswers<GangFit | undefined>({
    maxAgeMs: 10_000,
  });

  constructor(options: {
    readonly catalog: CatalogService;
    readonly clusters: CapacityClusters;
    readonly registry: AcceleratorRegistry;
    readonly podNames: PodNamesReader;
    readonly workloads: WorkloadEntities;
    readonly moves: MoveAdvisor;
    readonly rightSizes: RightSizes;
  }) {
    this.#catalog = options.catalog;
    this.#clusters = options.clusters;
    this.#registry = options.registry;
    this.#podNames = options.podNames;
    this.#workloads = options.workloads;
    this.#moves = options.moves;
    this.#rightSizes = options.rightSizes;
  }

  async getEntityCapacity(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<GpuCapacity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) throw new NotFoundError(`No entity ${entityRef}`);
    const scope = gpuScopeOf(entity);
    switch (scope.status) {
      case 'none':
        return nothing(
          'This entity is no pool and has no pods.',
          'Set gpu-capacity/cluster on a pool, or backstage.io/kubernetes-id on a component.',
        );
      case 'invalid':
        return nothing('This entity cannot be read.', scope.reason);
      case 'pool':
        return this.#pool(scope, await this.#readNames(options.credentials));
      default:
        return this.#workload(
          scope,
          entity,
          await this.#readNames(options.credentials),
        );
    }
  }

  async #readNames(credentials: BackstageCredentials): Promise<PodNames> {
    const [names] = await Promise.all([
      this.#podNames.read(credentials),
      this.#workloads.refresh(),
    ]);
    return names;
  }

  async #pool(scope: PoolScope, names: PodNames): Promise<GpuCapacity> {
    const found = await this.#clusters.get(scope.cluster);
    if (!found.ok) return unreadable(found);
    const cluster = found.view;
    return poolCapacity({
      cluster,
      nodeSelector: scope.nodeSelector,
      registry: this.#registry,
      nameOf: pod =>
        names.refOf(pod, this.#workloads.entityOf(cluster.name, pod)),
      workloadNames: workloadNamesIn(cluster, {
        names,
        entities: this.#workloads,
      }),
      mayNameAll: names.mayNameAll,
      remember: (question, find) => this.#fragmentation.get(question, find),
      adviseMoves: (shape, among) =>
        this.#moves.advise(cluster, shape, { among }),
    });
  }

  async #workload(
    scope: WorkloadScope,
    entity: Entity,
    names: PodNames,
  ): Promise<GpuCapacity> {
    const found =
      scope.cluster === undefined
        ? await this.#clusters.list()
        : [await this.#clusters.get(scope.cluster)];
    const [first] = found;
    if (scope.cluster !== undefined && !first.ok) return unreadable(first);
    const clusters = found.flatMap(cluster =>
      cluster.ok ? [cluster.view] : [],
    );
    const mayName = names.mayName({
      ref: '',
      title: '',
      owner: entity.relations
        ?.find(({ type }) => type === RELATION_OWNED_BY)
        ?.targetRef.toLocaleLowerCase('en-US'),
    });
    return workloadCapacity({
      scope,
      clusters,
      registry: this.#registry,
      remember: (question, find) => this.#fits.get(question, find),
      namesIn: cluster =>
        workloadNamesIn(cluster, { names, entities: this.#workloads }),
      mayName,
      rightSizes: await this.#rightSizes.of(scope, clusters, { mayName }),
    });
  }
}

function unreadable({
  cluster,
  reason,
}: Extract<FoundCluster, { ok: false }>): GpuCapacity {
  return nothing(`The cluster ${cluster} cannot be read.`, reason);
}

function nothing(headline: string, advice: string): GpuCapacity {
  return { scope: 'none', headline, advice };
}
