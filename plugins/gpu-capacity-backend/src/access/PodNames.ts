import type { ClusterPod, PodRef } from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadEntity } from './WorkloadEntities';

/** Which names of pods one reader may know. */
export class PodNames {
  readonly #mayReadWorkloads: boolean;
  readonly #isPlatformTeam: boolean;
  readonly #ownershipRefs: ReadonlySet<string>;

  constructor(options: {
    readonly mayReadWorkloads: boolean;
    readonly isPlatformTeam: boolean;
    readonly ownershipRefs: readonly string[];
  }) {
    this.#mayReadWorkloads = options.mayReadWorkloads;
    this.#isPlatformTeam = options.isPlatformTeam;
    this.#ownershipRefs = new Set(options.ownershipRefs);
  }

  /** Whether all names may be known, whoever owns what they are of. */
  get mayNameAll(): boolean {
    return this.#mayReadWorkloads && this.#isPlatformTeam;
  }

  /** Whether the names of the pods of an entity may be known; `undefined`: pods of no entity. */
  mayName(entity: WorkloadEntity | undefined): boolean {
    if (!this.#mayReadWorkloads) return false;
    if (this.#isPlatformTeam) return true;
    return entity?.owner !== undefined && this.#ownershipRefs.has(entity.owner);
  }

  /** A pod as the reader may know it. */
  refOf(pod: ClusterPod, entity: WorkloadEntity | undefined): PodRef {
    return this.mayName(entity)
      ? {
          namespace: pod.namespace,
          name: pod.name,
          ...(entity && { entityRef: entity.ref }),
        }
      : {};
  }
}
