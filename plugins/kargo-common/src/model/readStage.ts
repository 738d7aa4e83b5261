import { z } from 'zod/v4';
import { readArtifacts, versionOf } from './artifacts';
import { heldFreight } from './heldFreight';
import { parseGoDuration } from './goDuration';
import { originKey } from './origin';
import {
  STAGE_HEALTHS,
  type FreightCollection,
  type FreightRequest,
  type LastPromotion,
  type Stage,
} from './stage';
import { stageObjectSchema, type StageObject } from './stageObject';
import { stagePhase } from './stagePhase';
import { readVerification } from './verification';

const ANNOTATION_ARGOCD_CONTEXT = 'kargo.akuity.io/argocd-context';

/**
 * Reads a `stages` object.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readStage(object: unknown): Stage {
  const { metadata, spec, status } = stageObjectSchema.parse(object);
  const conditions = status?.conditions ?? [];
  const steps = spec.promotionTemplate?.spec?.steps ?? [];
  const requests = (spec.requestedFreight ?? []).map(readRequest);
  const history = readHistory(status);
  const [current] = history;
  return {
    project: metadata.namespace,
    name: metadata.name,
    labels: metadata.labels ?? {},
    // Stage.IsControlFlow: no promotion template, or one without steps.
    controlFlow: steps.length === 0,
    shard: spec.shard || undefined,
    requests,
    upstream: [...new Set(requests.flatMap(request => request.stages))],
    steps: steps.map(step => step.uses ?? step.task?.name ?? 'unknown'),
    verifies: Boolean(spec.verification?.analysisTemplates?.length),
    phase: stagePhase(conditions),
    phaseMessage:
      conditions.find(({ type }) => type === 'Ready')?.message || undefined,
    health:
      STAGE_HEALTHS.find(known => known === status?.health?.status) ??
      'Unknown',
    healthIssues: status?.health?.issues ?? [],
    history,
    freight: current && heldFreight(current),
    verification: current?.verifications[0]?.phase,
    autoPromotion: status?.autoPromotionEnabled ?? false,
    holds: readHolds(status),
    currentPromotion: status?.currentPromotion?.name,
    lastPromotion: readLastPromotion(status),
    argocdApps: readApps(metadata.annotations?.[ANNOTATION_ARGOCD_CONTEXT]),
    window: readWindow(status),
  };
}

type Status = StageObject['status'];

function readRequest(
  request: NonNullable<StageObject['spec']['requestedFreight']>[number],
): FreightRequest {
  const { origin, sources } = request;
  return {
    origin: origin ? originKey(origin) : 'unknown',
    warehouse: origin?.name ?? 'unknown',
    direct: sources?.direct ?? false,
    stages: sources?.stages ?? [],
    requiredSoakSeconds: sources?.requiredSoakTime
      ? parseGoDuration(sources.requiredSoakTime)
      : undefined,
    availability: sources?.availabilityStrategy === 'All' ? 'All' : 'OneOf',
    selection:
      sources?.autoPromotionOptions?.selectionPolicy === 'MatchUpstream'
        ? 'MatchUpstream'
        : 'NewestFreight',
  };
}

function readHistory(status: Status): FreightCollection[] {
  return (status?.freightHistory ?? []).map(collection => ({
    id: collection.id,
    items: Object.entries(collection.items ?? {})
      .map(([origin, reference]) => {
        const artifacts = readArtifacts(reference);
        return {
          origin,
          name: reference.name ?? 'unknown',
          version: versionOf(artifacts),
          artifacts,
        };
      })
      .sort((a, b) => a.origin.localeCompare(b.origin)),
    verifications: (collection.verificationHistory ?? []).map(readVerification),
  }));
}

/** The effective holds count where there are any: they include what running promotions will hold. */
function readHolds(status: Status): Stage['holds'] {
  const holds =
    status?.effectiveAutoPromotionHolds ?? status?.autoPromotionHolds ?? {};
  return Object.entries(holds).map(([origin, hold]) => ({
    origin,
    freight: hold.freightName,
    promotion: hold.promotionName || undefined,
    actor: hold.actor || undefined,
    createdAt: hold.createdAt ?? undefined,
  }));
}

function readLastPromotion(status: Status): LastPromotion | undefined {
  const last = status?.lastPromotion;
  if (!last) return undefined;
  return {
    name: last.name,
    freight: last.freight?.name ?? last.status?.freight?.name,
    phase: last.status?.phase,
    message: last.status?.message || undefined,
    finishedAt: last.finishedAt ?? last.status?.finishedAt ?? undefined,
    steps: (last.status?.stepExecutionMetadata ?? []).map(step => ({
      alias: step.alias,
      status: step.status,
      message: step.message || undefined,
      continueOnError: step.continueOnError ?? false,
      startedAt: step.startedAt ?? undefined,
      finishedAt: step.finishedAt ?? undefined,
    })),
  };
}

const argocdContextSchema = z.array(
  z.object({ name: z.string(), namespace: z.string().optional() }),
);

/** An annotation that cannot be read costs its links, not the stage. */
function readApps(annotation: string | undefined): Stage['argocdApps'] {
  if (!annotation) return [];
  try {
    const apps = argocdContextSchema.safeParse(JSON.parse(annotation));
    return apps.success
      ? apps.data.map(({ name, namespace }) => ({ name, namespace }))
      : [];
  } catch {
    return [];
  }
}

function readWindow(status: Status): Stage['window'] {
  const window = status?.promotionWindowStatus;
  if (!window) return undefined;
  return {
    closed: window.closed ?? false,
    reason: window.reason || undefined,
    nextOpen: window.nextOpen ?? undefined,
  };
}
