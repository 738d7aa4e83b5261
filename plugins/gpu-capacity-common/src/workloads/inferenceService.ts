import { z } from 'zod/v4';
import { rollingUpdateSchema, surgeOf } from './deployment';
import {
  containerListSchema,
  modelServerOf,
  podSpecOf,
} from './inferencePodSpec';
import type { PodTemplate } from './podTemplate';
import {
  NO_CEILING,
  readWorkloadHead,
  workloadHeadSchema,
  type Ceiling,
  type WorkloadDemand,
  type WorkloadPiece,
  type WorkloadUpgrade,
} from './workloadDemand';

const countSchema = z.number().int().nonnegative().nullish();

/** A component is a pod specification with more fields in it. */
const componentSchema = z.looseObject({
  minReplicas: countSchema,
  maxReplicas: countSchema,
  labels: z.record(z.string(), z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
  containers: containerListSchema,
  deploymentStrategy: rollingUpdateSchema,
  workerSpec: z
    .looseObject({
      pipelineParallelSize: countSchema,
      containers: containerListSchema,
    })
    .nullish(),
});

type Component = z.infer<typeof componentSchema>;

const inferenceServiceSchema = workloadHeadSchema.extend({
  spec: z.object({
    predictor: componentSchema,
    transformer: componentSchema.nullish(),
    explainer: componentSchema.nullish(),
  }),
  status: z
    .object({
      deploymentMode: z.string().nullish(),
      modelStatus: z
        .object({ copies: z.object({ totalCopies: countSchema }).nullish() })
        .nullish(),
    })
    .nullish(),
});

type InferenceService = z.infer<typeof inferenceServiceSchema>;

const ANNOTATION = 'serving.kserve.io';

/** How KServe runs the pods; an older and a newer name each. */
const MODES: ReadonlyMap<string, Mode> = new Map([
  ['RawDeployment', 'deployment'],
  ['Standard', 'deployment'],
  ['Serverless', 'knative'],
  ['Knative', 'knative'],
]);

type Mode = 'deployment' | 'knative' | undefined;

const COMPONENTS = ['predictor', 'transformer', 'explainer'] as const;

/**
 * Reads an InferenceService of v1beta1. Its mode is often set for the whole cluster: where the object does not name it,
 * what depends on it is unknown.
 *
 * @see kserve/kserve pkg/apis/serving/v1beta1/component.go, predictor.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readInferenceService(object: unknown): WorkloadDemand {
  const { spec, status, ...head } = inferenceServiceSchema.parse(object);
  const annotations = head.metadata.annotations ?? {};
  const mode = MODES.get(
    annotations[`${ANNOTATION}/deploymentMode`] || status?.deploymentMode || '',
  );
  const stopped = annotations[`${ANNOTATION}/stop`] === 'true';
  const components = COMPONENTS.flatMap(name => {
    const component = spec[name];
    return component
      ? [{ name, component, replicas: replicasOf(component, mode) }]
      : [];
  });
  const pieces = components.flatMap(({ name, component, replicas }) =>
    piecesOf(name, component, {
      ...replicas,
      now: stopped ? 0 : replicasNow(name, replicas, status),
    }),
  );
  return {
    ...readWorkloadHead(head, {
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
    }),
    pieces,
    upgrade: upgradeOf(spec.predictor, mode, pieces),
    findings: [
      ...(pieces.some(({ max }) => max === NO_CEILING)
        ? [
            {
              finding: 'no-ceiling' as const,
              sentence:
                'It has no maxReplicas: nothing limits how far it grows.',
            },
          ]
        : []),
      ...(components.some(({ component }) => modelServerOf(component))
        ? [
            {
              finding: 'incomplete-template' as const,
              sentence:
                'The serving runtime adds to its pods what the object does not say.',
            },
          ]
        : []),
    ],
  };
}

interface Replicas {
  readonly now?: number | undefined;
  readonly min: number;
  readonly max: Ceiling;
}

/**
 * Without Knative nothing scales to zero, and without `maxReplicas` nothing scales up.
 *
 * @see kserve/kserve pkg/controller/v1beta1/inferenceservice/reconcilers/hpa/hpa_reconciler.go
 */
function replicasOf(
  { minReplicas, maxReplicas }: Component,
  mode: Mode,
): Replicas {
  const asked = minReplicas ?? 1;
  const min = mode === 'deployment' ? Math.max(1, asked) : asked;
  if (maxReplicas) return { min, max: Math.max(min, maxReplicas) };
  const ceilings: Readonly<Record<NonNullable<Mode>, Ceiling>> = {
    deployment: min,
    knative: NO_CEILING,
  };
  return { min, max: mode && ceilings[mode] };
}

function replicasNow(
  component: (typeof COMPONENTS)[number],
  { min, max }: Replicas,
  status: InferenceService['status'],
): number | undefined {
  const copies = status?.modelStatus?.copies?.totalCopies ?? undefined;
  if (component === 'predictor' && copies !== undefined) return copies;
  return min === max ? min : undefined;
}

function piecesOf(
  name: string,
  component: Component,
  replicas: Replicas,
): readonly WorkloadPiece[] {
  const { workerSpec } = component;
  const metadata = {
    labels: component.labels ?? {},
    annotations: component.annotations ?? {},
  };
  const gang = workerSpec ? name : undefined;
  const head = pieceOf({
    name,
    podTemplate: { ...metadata, spec: podSpecOf(component) },
    podsPerReplica: 1,
    replicas,
    gang,
  });
  if (!workerSpec) return [head];
  const nodes = workerSpec.pipelineParallelSize ?? undefined;
  return [
    head,
    pieceOf({
      name: `${name}-worker`,
      podTemplate: { ...metadata, spec: podSpecOf(workerSpec) },
      podsPerReplica: nodes === undefined ? undefined : Math.max(0, nodes - 1),
      replicas,
      gang,
    }),
  ];
}

function pieceOf(of: {
  readonly name: string;
  readonly podTemplate: PodTemplate;
  readonly podsPerReplica: number | undefined;
  readonly replicas: Replicas;
  readonly gang: string | undefined;
}): WorkloadPiece {
  const { podsPerReplica: each, replicas } = of;
  const pods = (count: number | undefined) =>
    each === undefined || count === undefined ? undefined : count * each;
  return {
    name: of.name,
    podTemplate: of.podTemplate,
    now: pods(replicas.now),
    min: pods(replicas.min),
    max: replicas.max === NO_CEILING ? NO_CEILING : pods(replicas.max),
    podsPerReplica: each,
    gang: of.gang,
  };
}

function upgradeOf(
  predictor: Component,
  mode: Mode,
  pieces: readonly WorkloadPiece[],
): WorkloadUpgrade {
  if (predictor.workerSpec || mode === undefined) return { kind: 'unknown' };
  const [head] = pieces;
  if (mode === 'deployment') {
    return surgeOf(predictor.deploymentStrategy, head.name, head.now);
  }
  // A new revision has to be ready before it gets traffic: with its fewest replicas, and never without one.
  return {
    kind: 'surge',
    pods: [
      {
        piece: head.name,
        pods: head.min === undefined ? undefined : Math.max(1, head.min),
      },
    ],
  };
}
