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
} from '@fairway/plugin-gpu-capacity-common';
import { ServedObservation } from './ServedObservation';

const GROUP = 'resource.k8s.io';
const VERSIONS = ['v1', 'v1beta2', 'v1beta1'];
/** Newer than the others, and alpha for long. */
const TAINT_RULE_VERSIONS = ['v1', 'v1beta2', 'v1alpha3'];

/** What is known of the devices of a cluster and of the claims on them. */
interface Devices {
  readonly inventory: DeviceInventory;
  readonly state: AllocationState;
  readonly allocator: DeviceAllocator;
}

/** Devices that are had by Dynamic Resource Allocation, where the cluster serves it. */
export class ClusterClaims {
  static observe(options: {
    readonly cluster: string;
    readonly clusterResources: ClusterResourcesService;
    /** Called after anything changed. */
    readonly onChange: () => void;
  }): ClusterClaims {
    return new ClusterClaims(options);
  }

  readonly #slices;
  readonly #rules;
  readonly #claims;
  readonly #templates;
  readonly #classes;
  #devices: Devices | undefined;

  private constructor(options: Parameters<typeof ClusterClaims.observe>[0]) {
    const onChange = () => {
      this.#devices = undefined;
      options.onChange();
    };
    const common = { ...options, group: GROUP, versions: VERSIONS, onChange };
    this.#slices = ServedObservation.start({
      ...common,
      plural: 'resourceslices',
      projection: { id: 'gpu-capacity.slice', trim: readResourceSlice },
    });
    this.#rules = ServedObservation.start({
      ...common,
      plural: 'devicetaintrules',
      versions: TAINT_RULE_VERSIONS,
      projection: { id: 'gpu-capacity.taint-rule', trim: readDeviceTaintRule },
    });
    this.#claims = ServedObservation.start({
      ...common,
      plural: 'resourceclaims',
      projection: { id: 'gpu-capacity.claim', trim: readResourceClaim },
    });
    this.#templates = ServedObservation.start({
      ...common,
      plural: 'resourceclaimtemplates',
      projection: {
        id: 'gpu-capacity.claim-template',
        trim: readResourceClaimTemplate,
      },
    });
    this.#classes = ServedObservation.start({
      ...common,
      plural: 'deviceclasses',
      projection: { id: 'gpu-capacity.device-class', trim: readDeviceClass },
    });
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
    for (const part of [
      this.#slices,
      this.#rules,
      this.#claims,
      this.#templates,
      this.#classes,
    ]) {
      part.close();
    }
  }

  #current(): Devices {
    if (this.#devices) return this.#devices;
    const inventory = DeviceInventory.create({
      slices: [...this.#slices.snapshot().items.values()],
      taintRules: [...this.#rules.snapshot().items.values()],
    });
    const state = AllocationState.create([
      ...this.#claims.snapshot().items.values(),
    ]);
    this.#devices = {
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
