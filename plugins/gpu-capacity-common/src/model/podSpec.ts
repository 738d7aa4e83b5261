import { z } from 'zod/v4';
import { resourceListSchema } from './resourceAmounts';

const resourcesSchema = z.object({
  requests: resourceListSchema.nullish(),
  limits: resourceListSchema.nullish(),
});

/** A container, as far as the scheduler looks at it. */
export const containerSchema = z.object({
  name: z.string().nullish(),
  restartPolicy: z.string().nullish(),
  resources: resourcesSchema.nullish(),
  ports: z
    .array(
      z.object({
        containerPort: z.number().nullish(),
        hostPort: z.number().nullish(),
        hostIP: z.string().nullish(),
        protocol: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** A container, as far as the scheduler looks at it. */
export type Container = z.infer<typeof containerSchema>;

const requirementSchema = z.object({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).nullish(),
});

/** A term of a node selector: all of its requirements must hold. */
export const nodeSelectorTermSchema = z.object({
  matchExpressions: z.array(requirementSchema).nullish(),
  matchFields: z.array(requirementSchema).nullish(),
});

/** A toleration of a taint. */
export const tolerationSchema = z.object({
  key: z.string().nullish(),
  operator: z.string().nullish(),
  value: z.string().nullish(),
  effect: z.string().nullish(),
});

const presentList = z.array(z.unknown()).nullish();

const podAffinitySchema = z
  .object({ requiredDuringSchedulingIgnoredDuringExecution: presentList })
  .nullish();

/** A pod's specification, as far as the scheduler looks at it. */
export const podSpecSchema = z.object({
  nodeName: z.string().nullish(),
  hostNetwork: z.boolean().nullish(),
  schedulerName: z.string().nullish(),
  priority: z.number().nullish(),
  priorityClassName: z.string().nullish(),
  preemptionPolicy: z.string().nullish(),
  runtimeClassName: z.string().nullish(),
  schedulingGates: z.array(z.object({ name: z.string() })).nullish(),
  containers: z.array(containerSchema),
  initContainers: z.array(containerSchema).nullish(),
  overhead: resourceListSchema.nullish(),
  resources: resourcesSchema.nullish(),
  nodeSelector: z.record(z.string(), z.string()).nullish(),
  affinity: z
    .object({
      nodeAffinity: z
        .object({
          requiredDuringSchedulingIgnoredDuringExecution: z
            .object({ nodeSelectorTerms: z.array(nodeSelectorTermSchema) })
            .nullish(),
        })
        .nullish(),
      podAffinity: podAffinitySchema,
      podAntiAffinity: podAffinitySchema,
    })
    .nullish(),
  tolerations: z.array(tolerationSchema).nullish(),
  topologySpreadConstraints: z
    .array(z.object({ whenUnsatisfiable: z.string().nullish() }))
    .nullish(),
  volumes: z
    .array(
      z.object({
        persistentVolumeClaim: z.unknown().nullish(),
        ephemeral: z.unknown().nullish(),
        emptyDir: z.object({ medium: z.string().nullish() }).nullish(),
        hostPath: z.unknown().nullish(),
      }),
    )
    .nullish(),
  resourceClaims: z
    .array(
      z.object({
        name: z.string(),
        resourceClaimName: z.string().nullish(),
        resourceClaimTemplateName: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** A pod's specification, as far as the scheduler looks at it. */
export type PodSpec = z.infer<typeof podSpecSchema>;

const containerStatusSchema = z.object({
  name: z.string().nullish(),
  started: z.boolean().nullish(),
  restartCount: z.number().nullish(),
  allocatedResources: resourceListSchema.nullish(),
  resources: resourcesSchema.nullish(),
  state: z
    .object({
      waiting: z.object({ reason: z.string().nullish() }).nullish(),
      running: z.unknown().nullish(),
      terminated: z.unknown().nullish(),
    })
    .nullish(),
  lastState: z.object({ terminated: z.unknown().nullish() }).nullish(),
});

/** A pod's status, as far as devices and requests go. */
export const podStatusSchema = z.object({
  phase: z.string().nullish(),
  reason: z.string().nullish(),
  startTime: z.string().nullish(),
  nominatedNodeName: z.string().nullish(),
  allocatedResources: resourceListSchema.nullish(),
  resources: resourcesSchema.nullish(),
  containerStatuses: z.array(containerStatusSchema).nullish(),
  initContainerStatuses: z.array(containerStatusSchema).nullish(),
  conditions: z
    .array(
      z.object({
        type: z.string(),
        status: z.string().nullish(),
        reason: z.string().nullish(),
        message: z.string().nullish(),
        lastTransitionTime: z.string().nullish(),
      }),
    )
    .nullish(),
  resourceClaimStatuses: z
    .array(
      z.object({
        name: z.string(),
        resourceClaimName: z.string().nullish(),
      }),
    )
    .nullish(),
  extendedResourceClaimStatus: z
    .object({
      resourceClaimName: z.string().nullish(),
      requestMappings: z
        .array(z.object({ resourceName: z.string() }))
        .nullish(),
    })
    .nullish(),
});

/** A pod's status, as far as devices and requests go. */
export type PodStatus = z.infer<typeof podStatusSchema>;

/** Status of one container. */
export type ContainerStatus = z.infer<typeof containerStatusSchema>;
