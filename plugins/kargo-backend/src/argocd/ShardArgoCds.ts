import type {
  ClusterResourcesService,
  ResourceObservation,
} from '@fairway/kubernetes-resources';
import type { Stage } from '@fairway/plugin-kargo-common';
import { ArgoCd } from './ArgoCd';
import type { ArgoCdPlace } from './readArgoCdConfig';

/** The shard of stages that name none. */
const DEFAULT_SHARD = '';

/**
 * The Argo CDs of a control plane, by shard: each controller of Kargo works with one, wherever that is.
 *
 * @remarks
 * Without configuration it is looked for beside Kargo, for stages without a shard only: nobody can tell from outside
 * with which Argo CD the controller of a shard works.
 */
export class ShardArgoCds {
  readonly #controlPlane: string;
  readonly #clusterResources: ClusterResourcesService;
  readonly #places: ReadonlyMap<string, ArgoCdPlace>;
  readonly #stages: ResourceObservation<Stage>;
  readonly #argoCds = new Map<string, ArgoCd | undefined>();
  readonly #unsubscribe: () => void;

  constructor(options: {
    readonly controlPlane: string;
    readonly clusterResources: ClusterResourcesService;
    readonly places: ReadonlyMap<string, ArgoCdPlace>;
    readonly stages: ResourceObservation<Stage>;
  }) {
    this.#controlPlane = options.controlPlane;
    this.#clusterResources = options.clusterResources;
    this.#places = options.places;
    this.#stages = options.stages;
    this.#unsubscribe = options.stages.subscribe(changes => {
      for (const { after } of changes) if (after) this.#look(after);
    });
    this.#lookAtAll();
  }

  /** `undefined` where it is not known which one it is. */
  of(shard: string | undefined): ArgoCd | undefined {
    return this.#argoCds.get(shard ?? DEFAULT_SHARD);
  }

  /** Those whose applications stages name, by shard; the one without a name is `undefined`. */
  shards(): ReadonlyArray<{
    readonly shard: string | undefined;
    readonly argoCd: ArgoCd | undefined;
  }> {
    return [...this.#argoCds].map(([shard, argoCd]) => ({
      shard: shard || undefined,
      argoCd,
    }));
  }

  /** Waits for the first answers about all applications that stages name by now. */
  async settled(timeoutMs: number): Promise<void> {
    this.#lookAtAll();
    await Promise.all(
      [...this.#argoCds.values()].map(argoCd => argoCd?.settled(timeoutMs)),
    );
  }

  close(): void {
    this.#unsubscribe();
    for (const argoCd of this.#argoCds.values()) argoCd?.close();
    this.#argoCds.clear();
  }

  #lookAtAll(): void {
    for (const stage of this.#stages.snapshot().items.values()) {
      this.#look(stage);
    }
  }

  #look({ shard = DEFAULT_SHARD, argocdApps }: Stage): void {
    if (argocdApps.length === 0) return;
    if (!this.#argoCds.has(shard)) this.#argoCds.set(shard, this.#at(shard));
    const argoCd = this.#argoCds.get(shard);
    for (const app of argocdApps) argoCd?.want(app);
  }

  #at(shard: string): ArgoCd | undefined {
    const configured = this.#places.get(shard);
    const beside =
      shard === DEFAULT_SHARD ? { cluster: this.#controlPlane } : undefined;
    const place = configured ?? beside;
    return (
      place &&
      new ArgoCd({
        place,
        configured: configured !== undefined,
        clusterResources: this.#clusterResources,
      })
    );
  }
}
