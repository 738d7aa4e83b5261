import {
  controllerOf,
  type Controller,
  type DiagnosisSubject,
  type Promotion,
  type Stage,
  type Warehouse,
} from '@fairway/plugin-kargo-common';

/** A promotion that was read with its steps, as evidence. */
export function promotionSubject(
  promotion: Pick<Promotion, 'project' | 'stage' | 'name' | 'phase' | 'steps'> &
    Partial<Pick<Promotion, 'message' | 'finishedAt' | 'shard'>>,
  controlPlane: string,
): DiagnosisSubject {
  const { project, stage, name, phase, message, finishedAt, shard } = promotion;
  return {
    kind: 'promotion',
    controlPlane,
    project,
    stage,
    promotion: name,
    phase,
    message,
    finishedAt,
    shard,
    steps: promotion.steps
      .filter(({ status }) => status !== 'Waiting')
      .map(step => ({ ...step, alias: step.name })),
  };
}

/** What a stage remembers of its last promotion; the steps run in the order of its template. */
export function promotionSubjectOfStage(
  stage: Stage,
  controlPlane: string,
): DiagnosisSubject | undefined {
  const { project, name, shard, lastPromotion } = stage;
  if (!lastPromotion) return undefined;
  const { phase, message, finishedAt } = lastPromotion;
  return {
    kind: 'promotion',
    controlPlane,
    project,
    stage: name,
    shard,
    promotion: lastPromotion.name,
    phase,
    message,
    finishedAt,
    steps: lastPromotion.steps.map((step, index) => ({
      ...step,
      uses: stage.steps[index],
    })),
  };
}

/** What a stage tells of its last promotion, its health and its verification. */
export function stageSubjects(
  stage: Stage,
  controlPlane: string,
  at: Date,
): DiagnosisSubject[] {
  const { project, name, shard, history } = stage;
  const about = { controlPlane, project, stage: name, shard };
  const promotion = promotionSubjectOfStage(stage, controlPlane);
  const [verification] = history[0]?.verifications ?? [];
  return [
    ...(promotion ? [promotion] : []),
    {
      ...about,
      kind: 'stage-health',
      status: stage.freight ? stage.health : 'NotApplicable',
      issues: stage.healthIssues,
      observedAt: at.toISOString(),
    },
    ...(verification
      ? [
          {
            ...about,
            kind: 'verification' as const,
            phase: verification.phase,
            message: verification.message,
            finishedAt: verification.finishedAt,
          },
        ]
      : []),
  ];
}

/** The controller that serves a shard, or that it has none. */
export function controllerSubject(options: {
  readonly controlPlane: string;
  readonly controlPlaneVersion: string | undefined;
  readonly shard: string | undefined;
  readonly controllers: readonly Controller[];
  readonly at: Date;
}): DiagnosisSubject {
  const { controllers, shard, at, ...about } = options;
  const controller = controllerOf(controllers, shard);
  return {
    ...about,
    kind: 'controller',
    shard,
    // Without any lease Kargo is too old to have them.
    leasesKnown: controllers.length > 0,
    lease: controller && {
      renewedAt: controller.renewedAt,
      durationSeconds: controller.ttlSeconds,
    },
    kargoVersion: controller?.version,
    observedAt: at.toISOString(),
  };
}

/** A warehouse that finds nothing. */
export function warehouseSubject(
  warehouse: Warehouse,
  controlPlane: string,
): DiagnosisSubject {
  const { project, name, shard, problem } = warehouse;
  return {
    kind: 'warehouse',
    controlPlane,
    project,
    warehouse: name,
    shard,
    discoveredAt: problem?.since,
    conditions: problem
      ? [
          {
            type: 'Healthy',
            status: 'False',
            reason: problem.reason,
            message: problem.message,
          },
        ]
      : [],
  };
}
