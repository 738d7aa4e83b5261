import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import { timeText } from '../clock/durations';
import { isAutoPromotionEnabled, newestOf } from './autoPromotion';
import { AnalysisRuns, FAILING_METRIC, failureMessage } from './analysisRuns';
import { isFreightAvailable } from './freightAvailability';
import { conditionsFrom } from './conditions';
import { freightReference } from './freightReferences';
import type { KargoContext } from './KargoContext';
import {
  freightsOf,
  projectConfigOf,
  promotionsOf,
  stagesOf,
} from './KargoContext';
import { KARGO_GROUP, kargoResources } from './kargoResources';
import type { Promotion, Stage } from './kargoSchemas';
import { SCENARIOS } from './scenarios';
import { CONTROLLER_USER } from './PromotionAdmission';
import { TERMINAL_PHASES } from './PromotionReconciler';
import { readReverifyRequest } from './reverifyRequest';
import { setStatusFields } from './setStatusFields';
import { stageConditions } from './stageConditions';

const HEALTHY_AFTER_MS = 1000;
const VERIFICATION_MS = 2500;
/** Of a Stage whose verifications fail. */
const SAFE_VERIFICATIONS = 1;

/** Verifies what a Stage holds, keeps its status and promotes to it by policy. */
export class StageReconciler {
  readonly #context: KargoContext;
  readonly #analysisRuns: AnalysisRuns;

  constructor(context: KargoContext) {
    this.#context = context;
    this.#analysisRuns = new AnalysisRuns(context);
  }

  /** @param shards - whose controllers are silent */
  reconcile(namespace: string, shards: ReadonlySet<string>): void {
    const promotions = promotionsOf(this.#context, namespace);
    for (const candidate of stagesOf(this.#context, namespace)) {
      const { metadata } = candidate;
      if (shards.has(candidate.spec.shard ?? '')) continue;
      const stage = () =>
        stagesOf(this.#context, namespace).find(
          other => other.metadata.name === metadata.name,
        );
      const own = promotions.filter(({ spec }) => spec.stage === metadata.name);
      const current = stage();
      if (current && !current.spec.promotionTemplate?.spec.steps.length) {
        this.#passOn(current);
      } else if (current) {
        this.#verify(current);
        this.#autoPromote(stage() ?? current, own);
        this.#updateStatus(stage() ?? current, own);
      }
    }
  }

  /** A control-flow Stage holds nothing: what is available to it counts as verified there. */
  #passOn(stage: Stage): void {
    const { clock } = this.#context;
    const { namespace, generation = 1 } = stage.metadata;
    const now = timeText(clock.now());
    for (const freight of freightsOf(this.#context, namespace)) {
      if (isFreightAvailable(stage, freight, clock.now())) {
        this.#markVerified(stage, freight.metadata.name, now);
      }
    }
    this.#patchStatus(stage, {
      observedGeneration: generation,
      conditions: conditionsFrom(
        [{ type: 'Ready', status: 'True', reason: 'Ready', message: '' }],
        stage.status.conditions,
        now,
        generation,
      ),
    });
  }

  #patchStatus(stage: Stage, status: JsonObject): void {
    setStatusFields(
      this.#context.store,
      kargoResources.stages,
      stage.metadata,
      status,
    );
  }

  #sinceLastPromotionMs(stage: Stage): number {
    const finishedAt = stage.status.lastPromotion?.finishedAt;
    return this.#context.clock.now().getTime() - Date.parse(finishedAt ?? '');
  }

  #isHealthy(stage: Stage): boolean {
    return (
      this.#sinceLastPromotionMs(stage) >=
      this.#context.clock.scaled(HEALTHY_AFTER_MS)
    );
  }

  #verify(stage: Stage): void {
    const { clock } = this.#context;
    const [collection, ...older] = stage.status.freightHistory;
    if (!collection || !this.#isHealthy(stage)) {
      return;
    }
    const freight = Object.values(collection.items)[0]?.name;
    const now = timeText(clock.now());
    const [verification, ...earlier] = collection.verificationHistory;
    if (!stage.spec.verification) {
      this.#markVerified(stage, freight, now);
      return;
    }
    const record = (...latest: JsonObject[]) =>
      this.#patchStatus(stage, {
        freightHistory: JSON.parse(
          JSON.stringify([
            { ...collection, verificationHistory: [...latest, ...earlier] },
            ...older,
          ]),
        ),
      });
    const begin = (actor?: string) => {
      const id = createHash('sha1')
        .update(`${stage.metadata.name}/${collection.id}/${now}`)
        .digest('hex')
        .slice(0, 36);
      return { id, phase: 'Pending', startTime: now, ...(actor && { actor }) };
    };
    if (!verification) {
      record(begin());
      return;
    }
    const elapsed = clock.now().getTime() - Date.parse(verification.startTime);
    if (verification.phase === 'Pending') {
      const name = this.#analysisRuns.start({
        stage,
        collection: collection.id,
        freight: freight ?? '',
        now: clock.now(),
      });
      const analysisRun = {
        name,
        namespace: stage.metadata.namespace,
        phase: 'Running',
      };
      record({
        ...toJson(verification),
        phase: 'Running',
        ...(name !== undefined && { analysisRun }),
      });
    } else if (
      verification.phase === 'Running' &&
      elapsed >= clock.scaled(VERIFICATION_MS)
    ) {
      this.#endVerification(stage, verification, { freight, now, record });
    } else if (verification.phase !== 'Running') {
      const wanted = readReverifyRequest(stage.metadata.annotations);
      // The request names what it wants again, so it is done once.
      if (wanted?.id === verification.id) {
        record(begin(wanted.actor), toJson(verification));
      }
    }
  }

  #endVerification(
    stage: Stage,
    verification: Stage['status']['freightHistory'][number]['verificationHistory'][number],
    at: {
      readonly freight: string | undefined;
      readonly now: string;
      readonly record: (latest: JsonObject) => void;
    },
  ): void {
    const { freight, now, record } = at;
    const { namespace } = stage.metadata;
    const failed =
      stage.metadata.annotations[SCENARIOS.verification] === 'failed' &&
      stage.status.freightHistory.length > SAFE_VERIFICATIONS;
    const phase = failed ? 'Failed' : 'Successful';
    const { analysisRun } = verification;
    if (analysisRun) {
      this.#analysisRuns.finish(
        { namespace, name: analysisRun.name },
        phase,
        now,
      );
    }
    record({
      ...toJson(verification),
      phase,
      ...(failed && { message: failureMessage(FAILING_METRIC) }),
      finishTime: now,
      ...(analysisRun && { analysisRun: { ...toJson(analysisRun), phase } }),
    });
    if (!failed) this.#markVerified(stage, freight, now);
  }

  #markVerified(stage: Stage, name: string | undefined, now: string): void {
    const { namespace } = stage.metadata;
    const freight = freightsOf(this.#context, namespace).find(
      candidate => candidate.metadata.name === name,
    );
    if (freight && !freight.status.verifiedIn[stage.metadata.name]) {
      this.#context.store.patch(
        kargoResources.freights,
        { namespace, name: freight.metadata.name },
        {
          status: {
            verifiedIn: { [stage.metadata.name]: { verifiedAt: now } },
          },
        },
        { subresource: 'status' },
      );
    }
  }

  /** The newest available Freight of each origin, unless it is there, was tried, or is on its way. */
  #autoPromote(stage: Stage, promotions: readonly Promotion[]): void {
    const { store, clock } = this.#context;
    const { namespace, name } = stage.metadata;
    if (
      !isAutoPromotionEnabled(
        projectConfigOf(this.#context, namespace),
        stage,
      ) ||
      !stage.spec.promotionTemplate?.spec.steps.length
    ) {
      return;
    }
    const available = freightsOf(this.#context, namespace).filter(freight =>
      isFreightAvailable(stage, freight, clock.now()),
    );
    const holds = stage.status.autoPromotionHolds;
    for (const { origin } of stage.spec.requestedFreight) {
      const candidate = newestOf(available, origin)?.metadata.name;
      const known = promotions.some(({ spec }) => spec.freight === candidate);
      const held = `${origin.kind}/${origin.name}` in holds;
      if (candidate !== undefined && !known && !held) {
        store.create(
          kargoResources.promotions,
          {
            apiVersion: `${KARGO_GROUP}/v1alpha1`,
            kind: 'Promotion',
            metadata: { name: '', generateName: `${name}.`, namespace },
            spec: { stage: name, freight: candidate },
          },
          { user: CONTROLLER_USER },
        );
      }
    }
  }

  #updateStatus(stage: Stage, promotions: readonly Promotion[]): void {
    const { clock } = this.#context;
    const { namespace, generation = 1, annotations } = stage.metadata;
    const running = promotions.find(({ status }) => status.phase === 'Running');
    const collection = stage.status.freightHistory[0];
    const currentName = collection && Object.values(collection.items)[0]?.name;
    const settled = collection !== undefined && this.#isHealthy(stage);
    const promoted =
      running &&
      freightsOf(this.#context, namespace).find(
        freight => freight.metadata.name === running.spec.freight,
      );
    const refresh = annotations['kargo.akuity.io/refresh'];
    this.#patchStatus(stage, {
      observedGeneration: generation,
      autoPromotionEnabled: isAutoPromotionEnabled(
        projectConfigOf(this.#context, namespace),
        stage,
      ),
      effectiveAutoPromotionHolds:
        Object.keys(stage.status.autoPromotionHolds).length > 0
          ? toJson(stage.status.autoPromotionHolds)
          : null,
      freightSummary: currentName ?? '0/1 Fulfilled',
      health: healthOf(collection !== undefined, settled),
      conditions: stageConditions({
        stage,
        running,
        settled,
        last: promotions
          .filter(({ status }) => TERMINAL_PHASES.includes(status.phase))
          .pop(),
        now: timeText(clock.now()),
      }),
      ...(running &&
        promoted && {
          currentPromotion: {
            name: running.metadata.name,
            freight: freightReference(promoted),
          },
        }),
      ...(refresh && { lastHandledRefresh: refresh }),
    });
  }
}

function toJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value));
}

function healthOf(hasFreight: boolean, settled: boolean): JsonObject {
  if (!hasFreight) {
    return { status: 'Unknown', issues: ['No current Freight'] };
  }
  return settled ? { status: 'Healthy' } : { status: 'Progressing' };
}
