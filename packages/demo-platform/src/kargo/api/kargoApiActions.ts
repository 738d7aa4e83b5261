import { z } from 'zod/v4';
import { timeText } from '../../clock/durations';
import { ABORT } from '../abortRequest';
import { isFreightAvailable } from '../freightAvailability';
import { KARGO_GROUP, kargoResources } from '../kargoResources';
import { freightSchema, promotionSchema, stageSchema } from '../kargoSchemas';
import { TERMINAL_PHASES } from '../PromotionReconciler';
import { REVERIFY } from '../reverifyRequest';
import { KargoApiError } from './KargoApiError';
import type { KargoApiSession } from './KargoApiSession';

const REFRESH = 'kargo.akuity.io/refresh';

const promoteSchema = z.object({
  freight: z.string().default(''),
  freightAlias: z.string().default(''),
  origin: z.string().default(''),
});

/** `promote_to_stage_v1alpha1.go`. */
export function promoteToStage(
  session: KargoApiSession,
  stageName: string,
  body: unknown,
) {
  const { project, store, user } = session;
  const wanted = promoteSchema.parse(body ?? {});
  const given = Object.values(wanted).filter(Boolean);
  if (given.length !== 1) {
    throw new KargoApiError(
      400,
      'exactly one of freight, freightAlias, or origin must be provided',
    );
  }
  const stage = stageSchema.parse(
    session.get(
      'stages',
      stageName,
      `Stage "${stageName}" not found in project "${project}"`,
    ),
  );
  session.require('promote', 'stages', stageName);
  const spec = wanted.origin
    ? { stage: stageName, origin: originOf(wanted.origin) }
    : { stage: stageName, freight: availableFreight(session, stage, wanted) };
  session.require('create', 'promotions', '');
  return store.create(
    kargoResources.promotions,
    {
      apiVersion: `${KARGO_GROUP}/v1alpha1`,
      kind: 'Promotion',
      metadata: {
        name: '',
        generateName: `${stageName}.`,
        namespace: project,
      },
      spec,
    },
    { user },
  );
}

function availableFreight(
  session: KargoApiSession,
  stage: z.infer<typeof stageSchema>,
  wanted: z.infer<typeof promoteSchema>,
): string {
  const freight = findFreight(session, wanted.freight || wanted.freightAlias);
  // Kargo itself compares with the time of the machine too.
  if (!isFreightAvailable(stage, freight, session.store.now())) {
    throw new KargoApiError(
      400,
      `Freight "${freight.metadata.name}" is not available to Stage "${stage.metadata.name}"`,
    );
  }
  return freight.metadata.name;
}

function originOf(text: string) {
  const [kind, name] = text.split('/');
  if (!kind || !name) {
    throw new KargoApiError(400, `invalid origin "${text}"`);
  }
  return { kind, name };
}

function findFreight(session: KargoApiSession, nameOrAlias: string) {
  const { project, store } = session;
  const found = store
    .list(kargoResources.freights, { namespace: project })
    .map(object => freightSchema.parse(object))
    .find(
      ({ metadata, alias }) =>
        metadata.name === nameOrAlias || alias === nameOrAlias,
    );
  if (found) return found;
  throw new KargoApiError(
    404,
    `Freight with name or alias "${nameOrAlias}" not found in project "${project}"`,
  );
}

/** `approve_freight_v1alpha1.go`. */
export function approveFreight(
  session: KargoApiSession,
  nameOrAlias: string,
  stageName: string,
): void {
  if (stageName === '') {
    throw new KargoApiError(400, 'stage query parameter is required');
  }
  const freight = findFreight(session, nameOrAlias);
  const stage = stageSchema.parse(session.get('stages', stageName));
  session.require('promote', 'stages', stageName);
  const { kind, name } = freight.origin;
  const requested = stage.spec.requestedFreight.some(
    ({ origin }) => origin.kind === kind && origin.name === name,
  );
  if (!requested) {
    throw new KargoApiError(
      400,
      `Stage "${stageName}" does not request Freight from origin "${kind}/${name}"`,
    );
  }
  if (freight.status.approvedFor[stageName]) return;
  session.require('patch', 'freights', freight.metadata.name, 'status');
  session.store.patch(
    kargoResources.freights,
    { namespace: session.project, name: freight.metadata.name },
    {
      status: {
        approvedFor: {
          [stageName]: { approvedAt: timeText(session.store.now()) },
        },
      },
    },
    { subresource: 'status' },
  );
}

/** `abort_promotion_v1alpha1.go`; what has ended stays as it is. */
export function abortPromotion(session: KargoApiSession, name: string): void {
  const promotion = promotionSchema.parse(session.get('promotions', name));
  if (TERMINAL_PHASES.includes(promotion.status.phase)) return;
  session.require('patch', 'promotions', name);
  session.annotate(
    'promotions',
    name,
    ABORT,
    JSON.stringify({ action: 'terminate', actor: session.actor }),
  );
}

/** `refresh_stage_v1alpha1.go` and `refresh_warehouse_v1alpha1.go`, which ask for no right of the person. */
export function refresh(
  session: KargoApiSession,
  kind: 'stages' | 'warehouses',
  name: string,
): void {
  session.get(kind, name);
  session.annotate(kind, name, REFRESH, timeText(session.store.now()));
}

/** `reverify_v1alpha1.go`; where there is nothing to repeat, Kargo calls that an internal error. */
export function reverify(session: KargoApiSession, stageName: string): void {
  const stage = stageSchema.parse(session.get('stages', stageName));
  const id = stage.status.freightHistory[0]?.verificationHistory[0]?.id;
  if (!id) throw new KargoApiError(500, 'internal server error');
  session.require('patch', 'stages', stageName);
  session.annotate(
    'stages',
    stageName,
    REVERIFY,
    JSON.stringify({ id, actor: session.actor }),
  );
}
