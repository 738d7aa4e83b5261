import {
  builtInResources,
  KubernetesApiEmulator,
} from '@fairway/kubernetes-resources/testUtils';
import type { DemoClock } from '../clock/DemoClock';
import { parseDuration } from '../clock/durations';
import { SeededRandom } from '../clock/SeededRandom';
import { KargoController } from '../kargo/KargoController';
import type { KargoContext } from '../kargo/KargoContext';
import { KARGO_GROUP, kargoResources } from '../kargo/kargoResources';
import { promoteByHand } from '../kargo/promoteByHand';
import { PromotionAdmission } from '../kargo/PromotionAdmission';
import { Kubelet } from '../workloads/Kubelet';
import { KueueAdmission } from '../workloads/KueueAdmission';
import { kueueResources } from '../workloads/kueueResources';
import { LeaseHeartbeat } from '../workloads/LeaseHeartbeat';
import { Scheduler } from '../workloads/Scheduler';
import type { ClusterDefinition } from './ClusterDefinition';

const TICK_MS = 500;
const HISTORY_STEP_MS = 60_000;

/** Something that looks at the whole cluster now and then and acts. */
interface Controller {
  reconcile(): void;
}

/** A cluster of the demo: an API server and what acts in it. */
export class DemoCluster {
  readonly emulator: KubernetesApiEmulator;
  readonly #clock: DemoClock;
  readonly #controllers: readonly Controller[];
  #cancelTick: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;

  private constructor(
    emulator: KubernetesApiEmulator,
    clock: DemoClock,
    controllers: readonly Controller[],
  ) {
    this.emulator = emulator;
    this.#clock = clock;
    this.#controllers = controllers;
  }

  static create(options: {
    readonly definition: ClusterDefinition;
    readonly clock: DemoClock;
    readonly seed: string;
    readonly latestCommit: KargoContext['latestCommit'];
  }): DemoCluster {
    const { definition, clock } = options;
    const random = new SeededRandom(`${options.seed}/${definition.name}`);
    const has = (name: ClusterDefinition['controllers'][number]) =>
      definition.controllers.includes(name);
    const emulator = KubernetesApiEmulator.create({
      clock,
      random: random.next,
      initialRevision: 1000,
      resources: [
        ...Object.values(builtInResources),
        ...(has('kargo') ? Object.values(kargoResources) : []),
        ...(has('kueue') ? Object.values(kueueResources) : []),
        ...definition.resources,
      ],
      users: definition.users,
      groups: definition.groups,
      admission: [new PromotionAdmission({ clock, random: random.next })],
    });
    const { store } = emulator;
    const kargo = new KargoController({
      store,
      clock,
      random,
      latestCommit: options.latestCommit,
    });
    const cluster = new DemoCluster(emulator, clock, [
      ...(has('kargo') ? [kargo] : []),
      ...(has('kueue') ? [new KueueAdmission({ store, clock })] : []),
      ...(has('scheduler')
        ? [
            new Scheduler({ store, clock }),
            new Kubelet({ store, clock, random }),
          ]
        : []),
      ...(has('leases') ? [new LeaseHeartbeat({ store, clock })] : []),
    ]);
    if (has('kargo')) {
      cluster.#stopWatching = kargo.watch();
    }
    cluster.#populate(definition);
    return cluster;
  }

  /** Kargo's objects go through admission as if somebody applied them; everything else is loaded as it is. */
  #populate(definition: ClusterDefinition): void {
    const { store } = this.emulator;
    const isKargo = (apiVersion: string) =>
      apiVersion.startsWith(`${KARGO_GROUP}/`);
    store.load(definition.objects.filter(o => !isKargo(o.apiVersion)));
    const applied = definition.objects.filter(o => isKargo(o.apiVersion));
    const create = () => {
      for (const object of applied) {
        const resource = store.definitions.find(
          ({ group, kind }) => group === KARGO_GROUP && kind === object.kind,
        );
        if (!resource) {
          throw new Error(
            `cluster ${definition.name}: unknown kind ${object.kind}`,
          );
        }
        store.create(resource, object);
      }
    };
    if (definition.history === undefined) {
      create();
      return;
    }
    const durationMs = parseDuration(definition.history);
    const steps = Math.ceil(durationMs / HISTORY_STEP_MS);
    let step = 0;
    this.#clock.replayPast({
      durationMs,
      stepMs: HISTORY_STEP_MS,
      tick: () => {
        if (step === 0) {
          create();
        }
        this.reconcile();
        if (step === Math.floor(steps / 2)) {
          promoteByHand(store, this.#clock);
        }
        step++;
      },
    });
    this.emulator.compact();
  }

  reconcile(): void {
    for (const controller of this.#controllers) {
      controller.reconcile();
    }
  }

  /** Lets time act on the cluster. */
  start(): void {
    const tick = () => {
      this.reconcile();
      this.#cancelTick = this.#clock.schedule(TICK_MS, tick);
    };
    tick();
  }

  stop(): void {
    this.#cancelTick?.();
    this.#stopWatching?.();
    this.emulator.disconnectWatches({ abruptly: true });
  }
}
