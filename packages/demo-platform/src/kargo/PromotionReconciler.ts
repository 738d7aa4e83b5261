import type { JsonObject } from '@backstage/types';
import { readAbortRequest } from './abortRequest';
import { holdsAfter } from './autoPromotionHolds';
import { formatDuration, timeText } from '../clock/durations';
import { freightCollection, freightReference } from './freightReferences';
import { setStatusFields } from './setStatusFields';
import type { KargoContext } from './KargoContext';
import { freightsOf, promotionsOf, stagesOf } from './KargoContext';
import { kargoResources } from './kargoResources';
import type { Freight, Promotion, Stage } from './kargoSchemas';
import {
  failureOfStep,
  isWaitingStep,
  stepAlias,
  stepDurationMs,
  stepOutput,
} from './promotionSteps';

export const TERMINAL_PHASES = ['Succeeded', 'Failed', 'Errored', 'Aborted'];
const MAX_HISTORY = 10;

/** Runs Promotions: one at a time per Stage, one step after the other. */
export class PromotionReconciler {
  readonly #context: KargoContext;

  constructor(context: KargoContext) {
    this.#context = context;
  }

  /** @param shards - whose controllers are silent */
  reconcile(namespace: string, shards: ReadonlySet<string>): void {
    const promotions = promotionsOf(this.#context, namespace).filter(
      ({ status, metadata }) =>
        !TERMINAL_PHASES.includes(status.phase) &&
        !shards.has(metadata.labels['kargo.akuity.io/shard']),
    );
    const busy = new Set(
      promotions
        .filter(({ status }) => status.phase === 'Running')
        .map(({ spec }) => spec.stage),
    );
    for (const promotion of promotions) {
      const { phase } = promotion.status;
      const abort = readAbortRequest(promotion.metadata.annotations);
      this.#noteRefresh(promotion);
      if (abort) {
        this.#finish(
          promotion,
          'Aborted',
          abort.actor
            ? `Promotion terminated by ${abort.actor}`
            : 'Promotion terminated per user request',
        );
      } else if (phase === 'Running') {
        this.#advance(promotion);
      } else if (
        busy.has(promotion.spec.stage) ||
        this.#isVerifying(promotion)
      ) {
        this.#setStatus(promotion, { phase: 'Pending' });
      } else {
        busy.add(promotion.spec.stage);
        this.#start(promotion);
      }
    }
  }

  #noteRefresh({ metadata, status }: Promotion): void {
    const refresh = metadata.annotations['kargo.akuity.io/refresh'];
    if (refresh === undefined || status.lastHandledRefresh === refresh) return;
    setStatusFields(this.#context.store, kargoResources.promotions, metadata, {
      lastHandledRefresh: refresh,
    });
  }

  #stage(promotion: Promotion): Stage | undefined {
    return stagesOf(this.#context, promotion.metadata.namespace).find(
      stage => stage.metadata.name === promotion.spec.stage,
    );
  }

  #freight(promotion: Promotion): Freight | undefined {
    return freightsOf(this.#context, promotion.metadata.namespace).find(
      freight => freight.metadata.name === promotion.spec.freight,
    );
  }

  /** A queued Promotion waits while the current Freight is being verified. */
  #isVerifying(promotion: Promotion): boolean {
    const latest =
      this.#stage(promotion)?.status.freightHistory[0]?.verificationHistory[0];
    return (
      latest !== undefined && ['Pending', 'Running'].includes(latest.phase)
    );
  }

  #setStatus(promotion: Promotion, change: JsonObject): void {
    setStatusFields(
      this.#context.store,
      kargoResources.promotions,
      promotion.metadata,
      change,
    );
  }

  #start(promotion: Promotion): void {
    const freight = this.#freight(promotion);
    const now = timeText(this.#context.clock.now());
    if (!freight) {
      this.#finish(
        promotion,
        'Errored',
        `Freight "${promotion.spec.freight}" not found in namespace "${promotion.metadata.namespace}"`,
      );
      return;
    }
    this.#setStatus(promotion, {
      phase: 'Running',
      startedAt: now,
      currentStep: 0,
      freight: freightReference(freight),
      freightCollection: freightCollection(freight),
      stepExecutionMetadata: [
        {
          alias: stepAlias(promotion, 0),
          startedAt: now,
          status: 'Running',
        },
      ],
      state: {},
    });
  }

  #advance(promotion: Promotion): void {
    const { clock } = this.#context;
    const { currentStep: index, stepExecutionMetadata: done } =
      promotion.status;
    const startedAt = done[index]?.startedAt ?? promotion.status.startedAt;
    const elapsed = clock.now().getTime() - Date.parse(startedAt ?? '');
    if (
      elapsed < stepDurationMs(this.#context, promotion, index) ||
      isWaitingStep(this.#context, promotion, index)
    ) {
      return;
    }
    const now = timeText(clock.now());
    const failure = failureOfStep(this.#context, promotion, index);
    const finished = [...done];
    finished[index] = {
      ...done[index],
      alias: stepAlias(promotion, index),
      finishedAt: now,
      status: failure?.status ?? 'Succeeded',
      ...(failure && { errorCount: 1, message: failure.message }),
    };
    const metadata: JsonObject = {
      stepExecutionMetadata: JSON.parse(JSON.stringify(finished)),
    };
    if (failure) {
      this.#setStatus(promotion, metadata);
      this.#finish(promotion, failure.status, failure.message);
      return;
    }
    const state: JsonObject = {
      ...promotion.status.state,
      [stepAlias(promotion, index)]: stepOutput(
        this.#context,
        promotion,
        index,
      ),
    };
    if (index + 1 >= promotion.spec.steps.length) {
      this.#setStatus(promotion, { ...metadata, state });
      this.#finish(promotion, 'Succeeded', undefined);
      return;
    }
    this.#setStatus(promotion, {
      state,
      currentStep: index + 1,
      stepExecutionMetadata: JSON.parse(
        JSON.stringify([
          ...finished,
          {
            alias: stepAlias(promotion, index + 1),
            startedAt: now,
            status: 'Running',
          },
        ]),
      ),
    });
  }

  #finish(
    promotion: Promotion,
    phase: 'Succeeded' | 'Failed' | 'Errored' | 'Aborted',
    message: string | undefined,
  ): void {
    const { store, clock } = this.#context;
    const { namespace, name } = promotion.metadata;
    const now = timeText(clock.now());
    this.#setStatus(promotion, {
      phase,
      finishedAt: now,
      ...(message !== undefined && { message }),
    });
    const stage = this.#stage(promotion);
    const freight = this.#freight(promotion);
    if (!stage || !freight) {
      return;
    }
    const stored = store.get(kargoResources.promotions, { namespace, name });
    const history =
      phase === 'Succeeded'
        ? [freightCollection(freight), ...stage.status.freightHistory].slice(
            0,
            MAX_HISTORY,
          )
        : stage.status.freightHistory;
    const status: JsonObject = JSON.parse(
      JSON.stringify({
        freightHistory: history,
        currentPromotion: null,
        ...(phase === 'Succeeded' && {
          autoPromotionHolds: holdsAfter(stage, promotion),
        }),
        lastPromotion: {
          name,
          freight: freightReference(freight),
          finishedAt: now,
          status: stored?.status,
        },
      }),
    );
    setStatusFields(store, kargoResources.stages, stage.metadata, status);
    if (phase === 'Succeeded') {
      this.#moveFreight(stage, freight, now);
    }
  }

  /** The Freight enters the Stage; what was there leaves it, and keeps how long it soaked. */
  #moveFreight(stage: Stage, entering: Freight, now: string): void {
    const { store } = this.#context;
    const { name, namespace } = stage.metadata;
    const nowMs = Date.parse(now);
    for (const freight of freightsOf(this.#context, namespace)) {
      const since = freight.status.currentlyIn[name]?.since;
      const target = { namespace, name: freight.metadata.name };
      const enters = freight.metadata.name === entering.metadata.name;
      if (enters && since === undefined) {
        store.patch(
          kargoResources.freights,
          target,
          { status: { currentlyIn: { [name]: { since: now } } } },
          { subresource: 'status' },
        );
      } else if (!enters && since !== undefined) {
        const verified = freight.status.verifiedIn[name] !== undefined;
        const soak = formatDuration(nowMs - Date.parse(since));
        store.patch(
          kargoResources.freights,
          target,
          {
            status: {
              currentlyIn: { [name]: null },
              ...(verified && {
                verifiedIn: { [name]: { longestSoak: soak } },
              }),
            },
          },
          { subresource: 'status' },
        );
      }
    }
  }
}
