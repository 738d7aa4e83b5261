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
  type DeviceAccount,
  type DeviceClass,
  type DeviceTaintRule,
  type ResourceClaim,
  type ResourceClaimTemplate,
  type ResourceSlice,
} from '@fairway/plugin-gpu-capacity-common';
import { ServedObservation, type ServedKind } from '../observed';

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

/** What is known of the devices of a cluster and of the claims on them. */
interface Devices {
  readonly revision: number;
  readonly inventory: DeviceInventory;
  readonly state: AllocationState;
  readonly allocator: DeviceAllocator;
}

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
  #devices: Devices | undefined;

  private constructor(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
  }) {
    const observe = <T>(served: ServedKind<T>) =>
      ServedObservation.observe({ ...options, kind: served });
    this.#slices = observe(CLAIM_KINDS.slices);
    this.#rules = observe(CLAIM_KINDS.rules);
    this.#claims = observe(CLAIM_KINDS.claims);
    this.#templates = observe(CLAIM_KINDS.templates);
    this.#classes = observe(CLAIM_KINDS.classes);
  }

  /** Another number after every change. */
  get revision(): number {
    return this.#parts.reduce((sum, part) => sum + part.revision, 0);
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
    return this.#current().inventory;
  }

  get allocation(): AllocationState {
    return this.#current().state;
  }

  /** The devices of a node; `undefined` where drivers publish none. */
  accountOf(node: ClusterNode): DeviceAccount | undefined {
    if (!this.hasDevices) return undefined;
    const { inventory, state } = this.#current();
    const account = deviceAccount(inventory, state, node);
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
      allocator: this.#current().allocator,
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

  #current(): Devices {
    const { revision } = this;
    if (this.#devices?.revision === revision) return this.#devices;
    const inventory = DeviceInventory.create({
      slices: [...this.#slices.snapshot().items.values()],
      taintRules: [...this.#rules.snapshot().items.values()],
    });
    const state = AllocationState.create([
      ...this.#claims.snapshot().items.values(),
    ]);
    this.#devices = {
      revision,
      inventory,
      state,
      allocator: DeviceAllocator.create({
        inventory,
        state,
        classes: [...this.#classes.snapshot().items.values()],
      }),
    };
    return this.#devices;
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
