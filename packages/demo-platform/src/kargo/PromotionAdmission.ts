import type {
  AdmissionPlugin,
  AdmissionRequest,
  KubernetesObject,
} from '@fairway/kubernetes-resources/testUtils';
import { KubernetesApiError } from '@fairway/kubernetes-resources/testUtils';
import type { Clock } from '@fairway/kubernetes-resources/testUtils';
import { ulid } from 'ulid';
import { ABORT, readAbortRequest } from './abortRequest';
import { isAutoPromotionEnabled, newestOf } from './autoPromotion';
import { HOLD, promotionIntent, RESUME } from './autoPromotionHolds';
import { isFreightAvailable } from './freightAvailability';
import { KARGO_GROUP, kargoResources } from './kargoResources';
import type { Freight, Promotion, Stage } from './kargoSchemas';
import {
  freightSchema,
  projectConfigSchema,
  promotionSchema,
  stageSchema,
} from './kargoSchemas';

export const CONTROLLER_USER = {
  name: 'system:serviceaccount:kargo:kargo-controller',
  groups: ['system:masters', 'system:authenticated'],
};

/** Writes in the name of others, after it has asked for their rights. */
export const API_SERVER_USER = {
  name: 'system:serviceaccount:kargo:kargo-api',
  groups: ['system:masters', 'system:authenticated'],
};

const CREATE_ACTOR = 'kargo.akuity.io/create-actor';
const SHARD = 'kargo.akuity.io/shard';
const STAGE = 'kargo.akuity.io/stage';

function denied(message: string): KubernetesApiError {
  return new KubernetesApiError({
    code: 403,
    message: `admission webhook "promotion.kargo.akuity.io" denied the request: ${message}`,
    reason: 'Forbidden',
    details: {},
  });
}

/**
 * What Kargo's webhooks do with Promotions (`pkg/webhook/kubernetes/promotion/webhook.go` of v1.11), and the mirroring of
 * `spec.shard` to a label.
 */
export class PromotionAdmission implements AdmissionPlugin {
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(options: {
    readonly clock: Clock;
    readonly random: () => number;
  }) {
    this.#clock = options.clock;
    this.#random = options.random;
  }

  admit(request: AdmissionRequest): KubernetesObject | undefined {
    if (request.definition.group !== KARGO_GROUP) {
      return undefined;
    }
    switch (request.definition.kind) {
      case 'Promotion':
        return this.#admitPromotion(request);
      case 'Stage':
      case 'Warehouse':
        return request.subresource
          ? undefined
          : this.#mirrorShard(request.object);
      default:
        return undefined;
    }
  }

  #mirrorShard(object: KubernetesObject): KubernetesObject {
    const { spec } = object;
    const shard =
      typeof spec === 'object' && spec !== null && !Array.isArray(spec)
        ? spec.shard
        : undefined;
    const { [SHARD]: _old, ...labels } = object.metadata.labels ?? {};
    const mirrored =
      typeof shard === 'string' && shard !== ''
        ? { ...labels, [SHARD]: shard }
        : labels;
    if (Object.keys(mirrored).length === 0) {
      const { labels: _labels, ...metadata } = object.metadata;
      return { ...object, metadata };
    }
    return { ...object, metadata: { ...object.metadata, labels: mirrored } };
  }

  #admitPromotion(request: AdmissionRequest): KubernetesObject | undefined {
    if (request.subresource) {
      return undefined;
    }
    const promotion = promotionSchema.parse(request.object);
    this.#requirePromote(request, promotion);
    if (request.operation === 'DELETE') return undefined;
    return request.operation === 'CREATE'
      ? this.#completePromotion(request, promotion)
      : preserveIntent(request);
  }

  #requirePromote(request: AdmissionRequest, promotion: Promotion): void {
    const allowed = request.authorize({
      verb: 'promote',
      group: KARGO_GROUP,
      resource: 'stages',
      namespace: request.namespace,
      name: promotion.spec.stage,
    });
    if (!allowed) {
      throw denied(
        `subject "${
          request.user.name
        }" is not permitted to ${request.operation.toLowerCase()} Promotions for Stage "${
          promotion.spec.stage
        }"`,
      );
    }
  }

  #completePromotion(
    request: AdmissionRequest,
    promotion: Promotion,
  ): KubernetesObject {
    const stage = this.#stage(request, promotion.spec.stage);
    const template = stage.spec.promotionTemplate?.spec;
    if (!template || template.steps.length === 0) {
      throw denied(
        `Stage "${stage.metadata.name}" in namespace "${stage.metadata.namespace}" defines no promotion steps`,
      );
    }
    const freight = this.#freight(request, promotion, stage);
    if (!isFreightAvailable(stage, freight, this.#clock.now())) {
      throw denied('Freight is not available to this Stage');
    }
    const { object } = request;
    const id = ulid(this.#clock.now().getTime(), this.#random).toLowerCase();
    const { generateName: _generateName, ...metadata } = object.metadata;
    const {
      [HOLD]: _held,
      [RESUME]: _resumed,
      ...given
    } = metadata.annotations ?? {};
    const byController = request.user.name === CONTROLLER_USER.name;
    const completed = {
      ...object,
      metadata: {
        ...metadata,
        name: `${stage.metadata.name}.${id}.${freight.metadata.name.slice(
          0,
          7,
        )}`,
        labels: {
          ...metadata.labels,
          [STAGE]: stage.metadata.name,
          ...(stage.spec.shard && { [SHARD]: stage.spec.shard }),
        },
        annotations: {
          ...given,
          [STAGE]: stage.metadata.name,
          // Absent on what auto-promotion makes.
          ...(!byController && {
            [CREATE_ACTOR]: `kubernetes:${request.user.name}`,
            ...this.#intent(request, stage, freight),
          }),
        },
      },
      spec: {
        stage: stage.metadata.name,
        freight: freight.metadata.name,
        ...(template.vars && { vars: template.vars }),
        steps: template.steps,
      },
    };
    return JSON.parse(JSON.stringify(completed));
  }

  /** Only where a policy promotes at all. */
  #intent(
    { store, namespace }: AdmissionRequest,
    stage: Stage,
    freight: Freight,
  ): Readonly<Record<string, string>> {
    const [config] = store
      .list(kargoResources.projectConfigs, { namespace })
      .map(object => projectConfigSchema.parse(object));
    if (!isAutoPromotionEnabled(config, stage)) return {};
    const now = this.#clock.now();
    const available = store
      .list(kargoResources.freights, { namespace })
      .map(object => freightSchema.parse(object))
      .filter(candidate => isFreightAvailable(stage, candidate, now));
    return promotionIntent(freight, newestOf(available, freight.origin));
  }

  #stage(request: AdmissionRequest, name: string): Stage {
    const object = request.store.get(kargoResources.stages, {
      namespace: request.namespace,
      name,
    });
    if (!object) {
      throw denied(
        `could not find Stage "${name}" in namespace "${request.namespace}"`,
      );
    }
    return stageSchema.parse(object);
  }

  #freight(
    request: AdmissionRequest,
    promotion: Promotion,
    stage: Stage,
  ): Freight {
    const { namespace } = request;
    const { freight: name, origin } = promotion.spec;
    if (origin) {
      const now = this.#clock.now();
      const available = request.store
        .list(kargoResources.freights, { namespace })
        .map(object => freightSchema.parse(object))
        .filter(freight => isFreightAvailable(stage, freight, now));
      const newest = newestOf(available, origin);
      if (!newest) {
        throw denied(
          `no auto-promotion candidate found for origin "${origin.kind}/${origin.name}" on Stage "${stage.metadata.name}"`,
        );
      }
      return newest;
    }
    const object = request.store.get(kargoResources.freights, {
      namespace,
      name,
    });
    if (!object) {
      throw denied(`Freight "${name}" not found in namespace "${namespace}"`);
    }
    return freightSchema.parse(object);
  }
}

/** Who created a Promotion and what it means for auto-promotion stays as it was; who aborts it is written down. */
function preserveIntent({
  object,
  oldObject,
  user,
}: AdmissionRequest): KubernetesObject {
  const before = oldObject?.metadata.annotations ?? {};
  const annotations = { ...object.metadata.annotations };
  for (const key of [CREATE_ACTOR, HOLD, RESUME]) {
    delete annotations[key];
    if (key in before) annotations[key] = before[key];
  }
  if (
    user.name !== API_SERVER_USER.name &&
    annotations[ABORT] !== before[ABORT] &&
    readAbortRequest(annotations)
  ) {
    annotations[ABORT] = JSON.stringify({
      action: 'terminate',
      actor: `kubernetes:${user.name}`,
    });
  }
  return { ...object, metadata: { ...object.metadata, annotations } };
}
