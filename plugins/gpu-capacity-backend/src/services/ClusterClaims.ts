import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import {
  AllocationState,
  DeviceAllocator,
  DeviceInventory,
  createClaimEvaluator,
  deviceAccount,
  readDeviceClass,
  readDeviceTaintRule,
  readResourceClaim,
  readResourceClaimTemplate,
  readResourceSlice,
  type ClaimEvaluator,
  type ClusterNode,
  type ClusterState,
  type DeviceAccount,
  type DeviceClass,
  type DeviceTaintRule,
  type ResourceClaim,
  type ResourceClaimTemplate,
  type ResourceSlice,
} from '@fairway/plugin-gpu-capacity-common';
import { ServedObservation, type ServedKind } from '../observed';
import { ChangedDevices, type Changes } from './ChangedDevices';

const GROUP = 'resource.k8s.io';
const VERSIONS = ['v1', 'v1beta2', 'v1beta1'];
/** Newer than the others, and alpha for long. */
const TAINT_RULE_VERSIONS = ['v1', 'v1beta2', 'v1alpha3'];

/** What is observed of claims. */
export const CLAIM_KINDS = {
  slices: kind('resourceslices', readResourceSlice),
  rules: {
    ...kind('devicetaintrules', readDeviceTaintRule),
    versions: TAINT_RULE_VERSIONS,
  },
  claims: kind('resourceclaims', readResourceClaim),
  templates: kind('resourceclaimtemplates', readResourceClaimTemplate),
  classes: kind('deviceclasses', readDeviceClass),
};

/** Devices that are had by Dynamic Resource Allocation, where the cluster serves it. */
export class ClusterClaims {
  static observe(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
  }): ClusterClaims {
    return new ClusterClaims(options);
  }

  readonly #slices: ServedObservation<ResourceSlice>;
  readonly #rules: ServedObservation<DeviceTaintRule>;
  readonly #claims: ServedObservation<ResourceClaim>;
  readonly #templates: ServedObservation<ResourceClaimTemplate>;
  readonly #classes: ServedObservation<DeviceClass>;
  readonly #changes = new ChangedDevices();
  /** What is made of the kinds, until they change. */
  #inventory: DeviceInventory | undefined;
  #allocation: AllocationState | undefined;
  #allocator: DeviceAllocator | undefined;
  /** The inventory as it was when changes were asked for last. */
  #inventoryBefore: DeviceInventory | undefined;

  private constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
  }) {
    const observe = <T>(
      served: ServedKind<T>,
      changed: (changes: Changes<T>) => void = () => {},
    ) =>
      ServedObservation.observe({
        ...options,
        kind: served,
        listener: { changed },
      });
    this.#slices = observe(CLAIM_KINDS.slices, changes => {
      this.#changes.noteSlices(changes);
      this.#inventory = undefined;
      this.#allocator = undefined;
    });
    this.#rules = observe(CLAIM_KINDS.rules, changes => {
      this.#changes.noteRules(changes);
      this.#inventory = undefined;
      this.#allocator = undefined;
    });
    this.#claims = observe(CLAIM_KINDS.claims, changes => {
      this.#changes.noteClaims(changes);
      this.#allocation = undefined;
      this.#allocator = undefined;
    });
    this.#templates = observe(CLAIM_KINDS.templates);
    this.#classes = observe(CLAIM_KINDS.classes, () => {
      this.#allocator = undefined;
    });
  }

  /** Waits for the first answers, but not for longer than that. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    await Promise.all(this.#parts.map(part => part.settled(options)));
  }

  /** How current the parts without which nothing can be said are. */
  get states() {
    return [this.#slices, this.#claims, this.#classes].map(
      part => part.snapshot().state,
    );
  }

  /** Whether drivers publish devices: otherwise there is nothing to say. */
  get hasDevices(): boolean {
    return this.#slices.snapshot().items.size > 0;
  }

  get inventory(): DeviceInventory {
    this.#inventory ??= DeviceInventory.create({
      slices: [...this.#slices.snapshot().items.values()],
      taintRules: [...this.#rules.snapshot().items.values()],
    });
    return this.#inventory;
  }

  get allocation(): AllocationState {
    this.#allocation ??= AllocationState.create([
      ...this.#claims.snapshot().items.values(),
    ]);
    return this.#allocation;
  }

  /** Says that something happened to a pod that has claims. */
  notePod(key: string): void {
    this.#changes.notePod(key);
  }

  /** Names of the nodes of which another account may be true than when this was asked last. */
  takeChangedNodes(cluster: Pick<ClusterState, 'nodes'>): ReadonlySet<string> {
    const { inventory, allocation } = this;
    const before = this.#inventoryBefore ?? inventory;
    this.#inventoryBefore = inventory;
    return this.#changes.take({
      inventories: before === inventory ? [inventory] : [before, inventory],
      allocation,
      nodes: () => cluster.nodes(),
    });
  }

  /** The devices of a node; `undefined` where drivers publish none. */
  accountOf(node: ClusterNode): DeviceAccount | undefined {
    if (!this.hasDevices) return undefined;
    const account = deviceAccount(this.inventory, this.allocation, node);
    return account.devices.length + account.unknownPools.length > 0
      ? account
      : undefined;
  }

  /** Answers for pods of a namespace; `undefined` where classes or slices are not observed. */
  evaluator(namespace: string): ClaimEvaluator | undefined {
    if (
      !this.states.every(({ status }) => ['live', 'stale'].includes(status))
    ) {
      return undefined;
    }
    return createClaimEvaluator({
      namespace,
      allocator: this.#currentAllocator(),
      classes: [...this.#classes.snapshot().items.values()],
      claim: (space, name) =>
        this.#claims.snapshot().items.get(`${space}/${name}`),
      template: (space, name) =>
        this.#templates.snapshot().items.get(`${space}/${name}`),
    });
  }

  close(): void {
    for (const part of this.#parts) part.close();
  }

  get #parts() {
    return [
      this.#slices,
      this.#rules,
      this.#claims,
      this.#templates,
      this.#classes,
    ];
  }

  #currentAllocator(): DeviceAllocator {
    this.#allocator ??= DeviceAllocator.create({
      inventory: this.inventory,
      state: this.allocation,
      classes: [...this.#classes.snapshot().items.values()],
    });
    return this.#allocator;
  }
}

function kind<T>(plural: string, trim: (object: unknown) => T): ServedKind<T> {
  return {
    group: GROUP,
    versions: VERSIONS,
    plural,
    projection: { id: `gpu-capacity.${plural}`, trim },
  };
}
