import { createHash } from 'node:crypto';
import { timeText } from '../clock/durations';
import { conditionsFrom } from './conditions';
import type { KargoContext } from './KargoContext';
import { freightsOf, warehousesOf } from './KargoContext';
import { discovered, notDiscovered } from './discoveryConditions';
import { KARGO_GROUP, kargoResources } from './kargoResources';
import type { Warehouse } from './kargoSchemas';
import { SCENARIOS } from './scenarios';

const FIRST_FREIGHT_MS = 3000;
const NEXT_FREIGHT_MIN_MS = 4 * 60_000;
const NEXT_FREIGHT_MAX_MS = 8 * 60_000;

/** How many Freight a Warehouse of the demo has found; Kargo has no such annotation. */
export const FREIGHT_COUNT = 'demo.fairway.dev/freight-count';

const ADJECTIVES = [
  'amber',
  'brisk',
  'calm',
  'dapper',
  'eager',
  'gilded',
  'lucid',
  'mellow',
  'rusty',
  'sturdy',
];
const ANIMALS = [
  'badger',
  'curlew',
  'dolphin',
  'heron',
  'ibex',
  'lynx',
  'marten',
  'otter',
  'puffin',
  'wren',
];
const SUBJECTS = [
  'Retry card authorisation once on timeout',
  'Add instant refunds',
  'Read configuration from the environment',
  'Expose request duration as a histogram',
  'Upgrade base image',
  'Validate currency before rounding',
  'Drop the unused legacy endpoint',
  'Log correlation id with every error',
];

/** Finds new artifacts: the first ones shortly after a Warehouse appears, more now and then. */
export class WarehouseReconciler {
  readonly #context: KargoContext;
  /** When each Warehouse finds its next Freight. */
  readonly #due = new Map<string, number>();

  constructor(context: KargoContext) {
    this.#context = context;
  }

  /** @param shards - whose controllers are silent */
  reconcile(namespace: string, shards: ReadonlySet<string>): void {
    for (const warehouse of warehousesOf(this.#context, namespace)) {
      if (!shards.has(warehouse.spec.shard ?? '')) this.#discover(warehouse);
    }
  }

  #discover(warehouse: Warehouse): void {
    const { clock, random } = this.#context;
    const { namespace, name, creationTimestamp } = warehouse.metadata;
    const key = `${namespace}/${name}`;
    const nowMs = clock.now().getTime();
    const own = freightsOf(this.#context, namespace).filter(
      freight => freight.origin.name === name,
    );
    const count = Number(warehouse.metadata.annotations[FREIGHT_COUNT] ?? 0);
    // What was due far ahead at the pace of the past is due soon at the pace of the demo.
    const latest = nowMs + clock.scaled(NEXT_FREIGHT_MAX_MS);
    const known = this.#due.get(key);
    const due =
      (known === undefined ? undefined : Math.min(known, latest)) ??
      (own.length === 0
        ? Date.parse(creationTimestamp) + clock.scaled(FIRST_FREIGHT_MS)
        : nowMs);
    this.#due.set(key, due);
    const failure = warehouse.metadata.annotations[SCENARIOS.discoveryFailure];
    if (failure !== undefined && count > 0) {
      this.#updateStatus(warehouse, own.length, undefined, failure);
      return;
    }
    const automatic = warehouse.spec.freightCreationPolicy !== 'Manual';
    if (nowMs < due || !automatic) {
      this.#updateStatus(warehouse, own.length, undefined);
      return;
    }
    const freight = this.#createFreight(warehouse, count);
    this.#updateStatus(warehouse, own.length + 1, freight);
    const pause = random.between(
      NEXT_FREIGHT_MIN_MS,
      NEXT_FREIGHT_MAX_MS,
      key,
      count,
    );
    this.#due.set(key, nowMs + clock.scaled(pause));
  }

  #createFreight(warehouse: Warehouse, sequence: number): string {
    const { store, clock, random, latestCommit } = this.#context;
    const { namespace, name } = warehouse.metadata;
    const key = [namespace, name, sequence];
    const commit = {
      id: random.hex(40, 'commit', ...key),
      message: random.pick(SUBJECTS, 'subject', ...key),
      author: 'Jane Doe <jane.doe@example.com>',
    };
    const commits = warehouse.spec.subscriptions.flatMap(({ git }) => {
      if (!git) {
        return [];
      }
      const known = latestCommit(git.repoURL);
      return [
        {
          repoURL: git.repoURL,
          branch: git.branch ?? 'main',
          ...(sequence === 0 && known ? known : commit),
        },
      ];
    });
    const images = warehouse.spec.subscriptions.flatMap(({ image }) =>
      image
        ? [
            {
              repoURL: image.repoURL,
              tag: `1.${sequence}.0`,
              digest: `sha256:${random.hex(64, 'digest', ...key)}`,
              annotations: {
                'org.opencontainers.image.revision':
                  commits[0]?.id ?? commit.id,
              },
            },
          ]
        : [],
    );
    const freight = createHash('sha1')
      .update(JSON.stringify([namespace, name, sequence, commits, images]))
      .digest('hex');
    const alias = `${random.pick(
      ADJECTIVES,
      'adjective',
      ...key,
    )}-${random.pick(ANIMALS, 'animal', ...key)}`;
    store.create(kargoResources.freights, {
      apiVersion: `${KARGO_GROUP}/v1alpha1`,
      kind: 'Freight',
      metadata: {
        name: freight,
        namespace,
        labels: { 'kargo.akuity.io/alias': alias },
      },
      alias,
      origin: { kind: 'Warehouse', name },
      ...(commits.length > 0 && { commits }),
      ...(images.length > 0 && { images }),
      discoveredAt: timeText(clock.now()),
    });
    store.patch(
      kargoResources.warehouses,
      { namespace, name },
      { metadata: { annotations: { [FREIGHT_COUNT]: String(sequence + 1) } } },
    );
    return freight;
  }

  #updateStatus(
    warehouse: Warehouse,
    found: number,
    freight: string | undefined,
    failure?: string,
  ): void {
    const { store, clock } = this.#context;
    const { namespace, name, generation = 1, annotations } = warehouse.metadata;
    const object = store.get(kargoResources.warehouses, { namespace, name });
    const status = object?.status;
    const previous =
      typeof status === 'object' && status !== null && !Array.isArray(status)
        ? status
        : {};
    const refresh = annotations['kargo.akuity.io/refresh'];
    store.updateStatus(
      kargoResources.warehouses,
      { namespace, name },
      {
        ...previous,
        conditions: conditionsFrom(
          failure === undefined
            ? discovered(found, warehouse.spec.subscriptions.length)
            : notDiscovered(failure),
          previous.conditions,
          timeText(clock.now()),
          generation,
        ),
        observedGeneration: generation,
        ...(refresh && { lastHandledRefresh: refresh }),
        ...(freight && { lastFreightID: freight }),
      },
    );
  }
}
