import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  gpuScopeOf,
  matchesLabels,
  type ClusterPod,
  type GpuScope,
} from '@fairway/plugin-gpu-capacity-common';

/** A catalog entity that has pods. */
export interface WorkloadEntity {
  readonly ref: string;
  readonly title: string;
  /** Entity ref of the owner, in lower case. */
  readonly owner: string | undefined;
}

type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

interface Known {
  readonly entity: WorkloadEntity;
  readonly scope: WorkloadScope;
}

const MAX_AGE_MS = 60_000;
const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** Says which entity of the catalog a pod belongs to. Reads the whole catalog: what a caller may see is decided later. */
export class WorkloadEntities {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  #byId = new Map<string, readonly Known[]>();
  #bySelector: readonly Known[] = [];
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  /** Looks at the catalog again where the last look is too old; keeps what it knew where that fails. */
  async refresh(now: number = Date.now()): Promise<void> {
    if (now - this.#readAt < MAX_AGE_MS) return;
    this.#reading ??= this.#read()
      .then(() => {
        this.#readAt = now;
      })
      .catch(error => {
        this.#logger.warn(
          'The owners of pods could not be read',
          toError(error),
        );
      })
      .finally(() => {
        this.#reading = undefined;
      });
    await this.#reading;
  }

  entityOf(
    cluster: string,
    pod: Pick<ClusterPod, 'namespace' | 'labels'>,
  ): WorkloadEntity | undefined {
    const id = pod.labels[KUBERNETES_ID];
    const candidates =
      (id === undefined ? undefined : this.#byId.get(id)) ?? this.#bySelector;
    return candidates.find(
      ({ scope }) =>
        (scope.cluster === undefined || scope.cluster === cluster) &&
        (scope.namespace === undefined || scope.namespace === pod.namespace) &&
        matchesLabels(scope.podSelector, pod.labels),
    )?.entity;
  }

  /** Entities that say themselves that they are in a namespace. */
  inNamespace(cluster: string, namespace: string): readonly WorkloadEntity[] {
    return [...[...this.#byId.values()].flat(), ...this.#bySelector]
      .filter(
        ({ scope }) =>
          scope.namespace === namespace &&
          (scope.cluster === undefined || scope.cluster === cluster),
      )
      .map(({ entity }) => entity);
  }

  async #read(): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntities(
      {
        filter: [KUBERNETES_ID, 'backstage.io/kubernetes-label-selector'].map(
          annotation => ({
            [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
          }),
        ),
        fields: ['kind', 'metadata', 'relations', 'spec.owner'],
      },
      { credentials },
    );
    const known = items.flatMap(knownOf);
    const byId = new Map<string, Known[]>();
    for (const entry of known) {
      const id = idOf(entry.scope);
      if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), entry]);
    }
    this.#byId = byId;
    this.#bySelector = known.filter(({ scope }) => idOf(scope) === undefined);
  }
}

function knownOf(entity: Entity): readonly Known[] {
  const scope = gpuScopeOf(entity);
  if (scope.status !== 'workload') return [];
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  return [
    {
      scope,
      entity: {
        ref: stringifyEntityRef(entity),
        title: entity.metadata.title ?? entity.metadata.name,
        owner: owner?.toLocaleLowerCase('en-US'),
      },
    },
  ];
}

/** The one value of the id label that a selector asks for. */
function idOf({ podSelector }: WorkloadScope): string | undefined {
  const [only, ...others] = podSelector;
  return others.length === 0 &&
    only?.operator === 'in' &&
    only.key === KUBERNETES_ID &&
    only.values.length === 1
    ? only.values[0]
    : undefined;
}
