import {
  compareArtifacts,
  controllerState,
  freightAvailability,
  isFinished,
  longestSoakSeconds,
  obstacleSentence,
  recordedActorWords,
  whyNotFurther,
  type ApprovalRequest,
  type Availability,
  type ExecutionMode,
  type ExecutorSupport,
  type Freight,
  type FreezeState,
  type Observed,
  type PreflightInput,
  type ProjectState,
  type RiskClass,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { Duration } from 'luxon';

/** What is known of a promotion before it begins. */
export interface PreflightFacts {
  readonly state: ProjectState;
  readonly stage: Stage;
  readonly freight: Freight;
  readonly controlPlane: string;
  readonly riskClass: RiskClass;
  readonly executionMode: ExecutionMode;
  readonly intent: PreflightInput['intent'];
  readonly support: ExecutorSupport;
  readonly window: FreezeState;
  /** What is not known of the calendar although it was meant to be. */
  readonly calendarGaps: readonly string[];
  readonly approvals: Observed<readonly ApprovalRequest[]>;
  readonly permission: Observed<{ allowed: boolean; needs: string }>;
  readonly clusterAccess: PreflightInput['clusterAccess'];
}

/** Puts what is known into the form in which the controls are asked. */
export function preflightInput(facts: PreflightFacts): PreflightInput {
  const { state, stage, freight, controlPlane, riskClass } = facts;
  const { at } = state;
  const availability = freightAvailability(stage, freight, at);
  return {
    now: at.toISOString(),
    intent: facts.intent,
    via: facts.executionMode === 'execute' ? 'execute' : 'hand-off',
    executingEnabled: facts.executionMode === 'execute',
    support: facts.support,
    binding: {
      controlPlane,
      project: stage.project,
      stage: stage.name,
      freight: freight.name,
      riskClass: riskClass.name,
    },
    riskClass,
    availability: seen(availabilityOf(availability, facts)),
    window: seen(facts.window),
    calendarGaps: facts.calendarGaps,
    approvals: facts.approvals,
    soak: seen(soakOf(stage, freight, at)),
    verification: seen(verificationOf(stage, freight, state)),
    health: seen(healthOf(stage)),
    hold: seen(holdOf(stage, freight)),
    permission: facts.permission,
    clusterAccess: facts.clusterAccess,
    diff: seen({
      changes: changesOf(stage, freight),
      irreversible:
        riskClass.rollback.expectation === 'runbook' &&
        riskClass.rollback.pointOfNoReturn
          ? [riskClass.rollback.pointOfNoReturn]
          : [],
    }),
    controller: controllerOf(stage, state),
    queue: queueOf(stage, state),
  };
}

function seen<T>(value: T): Observed<T> {
  return { status: 'observed', value };
}

function availabilityOf(
  availability: Availability,
  { state, stage, freight }: PreflightFacts,
) {
  const { at } = state;
  const progress = whyNotFurther({
    stage,
    freight,
    at,
    stages: state.stages,
    allFreight: state.freight,
    promotions: [],
  });
  return {
    available: availability.status === 'available',
    reasons:
      availability.status === 'available' || progress.status === 'arrived'
        ? []
        : progress.obstacles
            .filter(({ stops }) => stops === 'promotion')
            .map(obstacle => obstacleSentence(obstacle, at)),
    availableAt: availableByWaiting(availability),
    byManualApproval:
      availability.status === 'available' && availability.by === 'approval',
  };
}

/** When the gaps close by time alone, all of them or one, as many as it needs. */
function availableByWaiting(availability: Availability): string | undefined {
  if (availability.status !== 'waiting') return undefined;
  const { gaps, needs } = availability;
  const times = gaps
    .flatMap(gap => (gap.kind === 'soaking' ? gap.until ?? [] : []))
    .sort();
  if (needs === 'OneOf') return times[0];
  return times.length === gaps.length ? times[times.length - 1] : undefined;
}

/** The longest that freight was in a stage before this one, ISO 8601. */
export function soakOf(
  stage: Stage,
  freight: Freight,
  at: Date,
): string | undefined {
  const soaked = stage.upstream.map(name =>
    longestSoakSeconds(freight, name, at),
  );
  if (soaked.length === 0) return undefined;
  const seconds = Math.floor(Math.max(...soaked));
  return Duration.fromObject({ seconds }).toISO() ?? undefined;
}

/** What is known of the verification of freight before a stage. */
export function verificationOf(
  stage: Stage,
  freight: Freight,
  state: ProjectState,
) {
  const verified = freight.verifiedIn.some(entry =>
    stage.upstream.includes(entry.stage),
  );
  const [latest] = stage.upstream.flatMap(
    name =>
      state
        .stageNamed(name)
        ?.history.find(({ items }) =>
          items.some(item => item.name === freight.name),
        )?.verifications[0]?.phase ?? [],
  );
  return { verified, latestPhase: latest };
}

/** What has nothing in it has no health yet; Kargo calls that unknown. */
function healthOf({ history, health, healthIssues }: Stage) {
  return history.length === 0
    ? { status: 'NotApplicable', issues: [] }
    : { status: health, issues: healthIssues };
}

function holdOf(stage: Stage, freight: Freight) {
  const hold = stage.holds.find(({ origin }) => origin === freight.origin);
  return (
    hold && {
      freight: hold.freight ?? 'unknown',
      actor: hold.actor && recordedActorWords(hold.actor),
      since: hold.createdAt,
    }
  );
}

function changesOf(stage: Stage, freight: Freight): string[] {
  const current = stage.history[0]?.items.find(
    ({ origin }) => origin === freight.origin,
  );
  const nothing = { commits: [], images: [], charts: [], others: [] };
  return compareArtifacts(
    current?.artifacts ?? nothing,
    freight.artifacts,
    () => undefined,
  )
    .filter(({ change }) => change !== 'same')
    .map(
      ({ name, from, to }) => `${name}: ${from ?? 'none'} to ${to ?? 'none'}`,
    );
}

function controllerOf(
  stage: Stage,
  { controllers, at }: ProjectState,
): PreflightInput['controller'] {
  if (controllers?.length === 0) return seen('no-heartbeats');
  const state = controllers
    ? controllerState(controllers, stage.shard, at)
    : { status: 'unknown' as const, reason: 'heartbeats cannot be read' };
  if (state.status === 'unknown') return state;
  return seen({
    name: stage.shard ?? 'default',
    alive: state.status === 'alive',
    lastSeenAt: state.status === 'alive' ? state.renewedAt : state.since,
  });
}

function queueOf(stage: Stage, state: ProjectState): PreflightInput['queue'] {
  const promotions = state.promotionsOf(stage.name);
  if (!promotions) {
    return { status: 'unknown', reason: 'promotions cannot be read' };
  }
  const unfinished = promotions.filter(({ phase }) => !isFinished(phase));
  return seen({
    running: unfinished.find(({ phase }) => phase === 'Running')?.name,
    pending: unfinished
      .filter(({ phase }) => phase !== 'Running')
      .map(({ name }) => name),
  });
}
