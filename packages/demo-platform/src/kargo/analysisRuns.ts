import type { JsonObject } from '@backstage/types';
import type {
  ResourceDefinition,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import { ulid } from 'ulid';
import type { KargoContext } from './KargoContext';
import type { Stage } from './kargoSchemas';

const KEPT_RUNS = 20;
const MEASUREMENTS = 5;
const LIMITS: Readonly<Record<string, number>> = {
  'error-rate': 0.01,
  'p95-latency': 0.4,
};

/** The verification that a run measures. */
interface Measured {
  readonly stage: Stage;
  readonly collection: string;
  readonly freight: string;
  readonly now: Date;
}

/** The AnalysisRuns of Argo Rollouts, in clusters that have its custom resources. */
export class AnalysisRuns {
  readonly #store: ResourceStore;
  readonly #random: KargoContext['random'];

  constructor({ store, random }: Pick<KargoContext, 'store' | 'random'>) {
    this.#store = store;
    this.#random = random;
  }

  /**
   * Starts to measure.
   *
   * @returns the name of the run, or `undefined` where Argo Rollouts is not installed
   */
  start(measured: Measured): string | undefined {
    const definition = this.#definition();
    if (!definition) return undefined;
    const { stage, collection, freight, now } = measured;
    const { name: stageName, namespace } = stage.metadata;
    const random = () =>
      this.#random.fraction(
        'analysis-run',
        namespace,
        stageName,
        now.getTime(),
      );
    const id = ulid(now.getTime(), random).toLowerCase();
    const name = `${stageName}.${id}.${freight.slice(0, 7)}`;
    this.#store.create(definition, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisRun',
      metadata: {
        name,
        namespace,
        labels: {
          'kargo.akuity.io/stage': stageName,
          'kargo.akuity.io/freight-collection': collection,
        },
        ...(stage.status.lastPromotion && {
          annotations: {
            'kargo.akuity.io/promotion': stage.status.lastPromotion.name,
          },
        }),
      },
      spec: { metrics: Object.keys(LIMITS).map(metric => ({ name: metric })) },
    });
    this.#setStatus(definition, { namespace, name }, { phase: 'Running' });
    this.#forgetOld(definition, stage);
    return name;
  }

  finish(
    run: { readonly namespace: string; readonly name: string },
    phase: 'Successful' | 'Failed',
    now: string,
  ): void {
    const definition = this.#definition();
    if (!definition || !this.#store.get(definition, run)) return;
    const [worst] = Object.keys(LIMITS);
    this.#setStatus(definition, run, {
      phase,
      ...(phase === 'Failed' && { message: failureMessage(worst) }),
      completedAt: now,
      metricResults: Object.entries(LIMITS).map(([metric, limit]) =>
        this.#metricResult(run.name, metric, {
          limit,
          failed: phase === 'Failed' && metric === worst,
        }),
      ),
    });
  }

  #metricResult(
    run: string,
    metric: string,
    { limit, failed }: { readonly limit: number; readonly failed: boolean },
  ): JsonObject {
    const phase = failed ? 'Failed' : 'Successful';
    const measurements = Array.from({ length: MEASUREMENTS }, (_, index) => {
      const share = this.#random.fraction('measurement', run, metric, index);
      const value = limit * (failed ? 2 + share : 0.2 + share / 2);
      return { phase, value: `[${value.toFixed(4)}]` };
    });
    return {
      name: metric,
      phase,
      count: MEASUREMENTS,
      [failed ? 'failed' : 'successful']: MEASUREMENTS,
      measurements,
    };
  }

  #definition(): ResourceDefinition | undefined {
    return this.#store.definitions.find(
      ({ group, kind }) => group === 'argoproj.io' && kind === 'AnalysisRun',
    );
  }

  #setStatus(
    definition: ResourceDefinition,
    at: { readonly namespace: string; readonly name: string },
    status: JsonObject,
  ): void {
    this.#store.updateStatus(definition, at, status);
  }

  #forgetOld(definition: ResourceDefinition, stage: Stage): void {
    const { namespace, name } = stage.metadata;
    const own = this.#store
      .list(definition, { namespace })
      .filter(
        ({ metadata }) => metadata.labels?.['kargo.akuity.io/stage'] === name,
      )
      .map(({ metadata }) => metadata.name)
      .sort();
    for (const old of own.slice(0, -KEPT_RUNS)) {
      this.#store.delete(definition, { namespace, name: old });
    }
  }
}

/** As the analysis controller of Argo Rollouts writes it. */
export function failureMessage(metric: string): string {
  return `Metric "${metric}" assessed Failed due to failed (${MEASUREMENTS}) > failureLimit (0)`;
}

/** The metric that a failing verification of the demo fails by. */
export const FAILING_METRIC = Object.keys(LIMITS)[0];
