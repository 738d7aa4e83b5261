import { z } from 'zod/v4';
import { podRequests } from './podRequests';
import {
  podSpecSchema,
  type nodeSelectorTermSchema,
  type PodSpec,
  type PodStatus,
  type tolerationSchema,
} from './podSpec';
import { readResourceAmounts, type ResourceAmounts } from './resourceAmounts';

/** All requirements of a term must hold; terms are alternatives. @public */
export type NodeSelectorTerm = z.infer<typeof nodeSelectorTermSchema>;

/** @public */
export type Toleration = z.infer<typeof tolerationSchema>;

/** A port of the node that a pod takes. @public */
export interface HostPort {
  readonly port: number;
  readonly protocol: string;
  /** `0.0.0.0`: on all addresses of the node. */
  readonly ip: string;
}

/** A claim of a pod: one of its own, made from a template, or a shared one. @public */
export interface ShapeClaim {
  readonly name: string;
  readonly claim: string | undefined;
  readonly template: string | undefined;
}

/**
 * What decides with the scheduler and is not evaluated here.
 *
 * @public
 */
export const UNEVALUATED_RULES = [
  'pod-affinity',
  'pod-anti-affinity',
  'topology-spread',
  'volumes',
  'runtime-class',
  'priority-class',
  'other-scheduler',
  'claims',
] as const;

/** @public */
export type UnevaluatedRule = (typeof UNEVALUATED_RULES)[number];

/**
 * All that the scheduler looks at to find a node for a pod. Pods of one template have equal shapes.
 *
 * @public
 */
export interface PodShape {
  /** Effective requests, without `pods`. */
  readonly requests: ResourceAmounts;
  readonly priority: number;
  readonly nodeName: string | undefined;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** Required node affinity: alternatives; `undefined` where there is none. */
  readonly nodeAffinity: readonly NodeSelectorTerm[] | undefined;
  readonly tolerations: readonly Toleration[];
  readonly hostPorts: readonly HostPort[];
  readonly claims: readonly ShapeClaim[];
  readonly unevaluated: readonly UnevaluatedRule[];
}

/**
 * What admission adds to a pod by the runtime class that it names.
 *
 * @public
 */
export interface RuntimeClass {
  readonly name: string;
  readonly overhead: Readonly<Record<string, string | number>>;
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Toleration[];
}

/**
 * What the cluster adds to a template when a pod is made of it.
 *
 * @public
 */
export interface AdmissionContext {
  readonly runtimeClasses: ReadonlyMap<string, RuntimeClass>;
  readonly priorities: ReadonlyMap<string, number>;
  /** Priority of pods that name no class. */
  readonly defaultPriority: number;
}

const NO_ADMISSION: AdmissionContext = {
  runtimeClasses: new Map(),
  priorities: new Map([
    ['system-cluster-critical', 2_000_000_000],
    ['system-node-critical', 2_000_001_000],
  ]),
  defaultPriority: 0,
};

/** Given to every pod by the admission plugin DefaultTolerationSeconds. */
const DEFAULT_TOLERATIONS: readonly Toleration[] = [
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
].map(key => ({ key, operator: 'Exists', effect: 'NoExecute' }));

const SCHEDULER = 'default-scheduler';

const UNEVALUATED: ReadonlyArray<{
  readonly rule: UnevaluatedRule;
  applies(spec: PodSpec): boolean;
}> = [
  {
    rule: 'pod-affinity',
    applies: ({ affinity }) =>
      !!affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution
        ?.length,
  },
  {
    rule: 'pod-anti-affinity',
    applies: ({ affinity }) =>
      !!affinity?.podAntiAffinity
        ?.requiredDuringSchedulingIgnoredDuringExecution?.length,
  },
  {
    rule: 'topology-spread',
    applies: ({ topologySpreadConstraints }) =>
      !!topologySpreadConstraints?.some(
        ({ whenUnsatisfiable }) => whenUnsatisfiable !== 'ScheduleAnyway',
      ),
  },
  {
    rule: 'volumes',
    applies: ({ volumes }) =>
      !!volumes?.some(
        ({ persistentVolumeClaim, ephemeral }) =>
          persistentVolumeClaim || ephemeral,
      ),
  },
  {
    rule: 'other-scheduler',
    applies: ({ schedulerName }) =>
      !!schedulerName && schedulerName !== SCHEDULER,
  },
];

/**
 * Reads the specification of a pod template: the pods that would be made of it.
 *
 * @param spec - the pod's `spec`
 *
 * @throws `ZodError` or `RangeError` on a malformed one
 *
 * @public
 */
export function readPodShape(
  spec: unknown,
  admission: AdmissionContext = NO_ADMISSION,
): PodShape {
  const parsed = podSpecSchema.parse(spec);
  const runtime = parsed.runtimeClassName
    ? admission.runtimeClasses.get(parsed.runtimeClassName)
    : undefined;
  const priority = parsed.priorityClassName
    ? admission.priorities.get(parsed.priorityClassName)
    : admission.defaultPriority;
  const unknown: readonly UnevaluatedRule[] = [
    ...(parsed.runtimeClassName && !runtime
      ? (['runtime-class'] as const)
      : []),
    ...((parsed.priority ?? priority) === undefined
      ? (['priority-class'] as const)
      : []),
  ];
  const admitted: PodSpec = {
    ...parsed,
    priority: parsed.priority ?? priority ?? 0,
    overhead: parsed.overhead ?? runtime?.overhead,
    nodeSelector: { ...runtime?.nodeSelector, ...parsed.nodeSelector },
    tolerations: [
      ...(parsed.tolerations ?? []),
      ...(runtime?.tolerations ?? []),
      ...DEFAULT_TOLERATIONS,
    ],
  };
  const shape = shapeOf(admitted, podRequests(admitted));
  return { ...shape, unevaluated: [...shape.unevaluated, ...unknown] };
}

/**
 * The shape of a pod that the cluster has admitted. Where it runs is no wish of it: pods of a template keep one shape
 * wherever they are.
 *
 * @param isDaemon - whether a daemon set made it: then its affinity names the one node for which it was made
 */
export function livePodShape(
  spec: PodSpec,
  status: PodStatus | null | undefined,
  isDaemon: boolean,
): PodShape {
  // Only on a node can a pod be resized, and only there does the status count.
  const shape = shapeOf(
    spec,
    podRequests(spec, spec.nodeName ? status : undefined),
  );
  return {
    ...shape,
    nodeName: undefined,
    nodeAffinity: isDaemon ? undefined : shape.nodeAffinity,
  };
}

/**
 * A shape that asks for some amounts and has no other wish.
 *
 * @param quantities - such as `{ cpu: '8', 'nvidia.com/gpu': 4 }`
 *
 * @throws `RangeError` where an amount is no quantity
 *
 * @public
 */
export function shapeOfRequests(
  quantities: Readonly<Record<string, string | number>>,
  more: Partial<Omit<PodShape, 'requests'>> = {},
): PodShape {
  return {
    priority: 0,
    nodeName: undefined,
    nodeSelector: {},
    nodeAffinity: undefined,
    tolerations: DEFAULT_TOLERATIONS,
    hostPorts: [],
    claims: [],
    unevaluated: [],
    ...more,
    requests: readResourceAmounts(quantities),
  };
}

function shapeOf(spec: PodSpec, requests: ResourceAmounts): PodShape {
  const required =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return {
    requests,
    priority: spec.priority ?? 0,
    nodeName: spec.nodeName || undefined,
    nodeSelector: spec.nodeSelector ?? {},
    nodeAffinity: required?.nodeSelectorTerms,
    tolerations: spec.tolerations ?? [],
    hostPorts: hostPortsOf(spec),
    claims: (spec.resourceClaims ?? []).map(claim => ({
      name: claim.name,
      claim: claim.resourceClaimName ?? undefined,
      template: claim.resourceClaimTemplateName ?? undefined,
    })),
    unevaluated: UNEVALUATED.filter(({ applies }) => applies(spec)).map(
      ({ rule }) => rule,
    ),
  };
}

/** On the network of the node each port of a container is one of the node. Init containers take none, sidecars do. */
function hostPortsOf(spec: PodSpec): readonly HostPort[] {
  return [
    ...spec.containers,
    ...(spec.initContainers ?? []).filter(
      ({ restartPolicy }) => restartPolicy === 'Always',
    ),
  ]
    .flatMap(({ ports }) => ports ?? [])
    .map(({ hostPort, containerPort, protocol, hostIP }) => ({
      port: hostPort || (spec.hostNetwork && containerPort) || 0,
      protocol: protocol || 'TCP',
      ip: hostIP || '0.0.0.0',
    }))
    .filter(({ port }) => port > 0);
}
