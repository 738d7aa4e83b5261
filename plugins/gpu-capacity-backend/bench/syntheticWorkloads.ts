import type { JsonObject } from '@backstage/types';
import { COMPONENT, GPU } from './estate';

const DEPLOYMENTS = 12;

const metadata = (index: number): JsonObject => ({
  name: `model-${index}`,
  namespace: 'team-0',
  resourceVersion: '1',
  labels: { 'backstage.io/kubernetes-id': COMPONENT },
});

/** Serves a model with 1 to 8 devices a pod; an upgrade takes more, and it may grow to 16. */
function deployment(index: number): JsonObject {
  const labels = {
    'backstage.io/kubernetes-id': COMPONENT,
    model: `model-${index}`,
  };
  const devices = 2 ** (index % 4);
  return {
    metadata: metadata(index),
    spec: {
      replicas: 4 + index,
      selector: { matchLabels: labels },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 },
      },
      template: {
        metadata: { labels },
        spec: {
          priority: 100,
          tolerations: [{ key: GPU, operator: 'Exists' }],
          containers: [
            {
              name: 'model',
              resources: {
                limits: {
                  cpu: String(devices * 8 + index),
                  memory: `${devices * 64}Gi`,
                  [GPU]: String(devices),
                },
              },
            },
          ],
        },
      },
    },
  };
}

function autoscaler(index: number): JsonObject {
  return {
    metadata: metadata(index),
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: `model-${index}`,
      },
      minReplicas: 2,
      maxReplicas: 16,
    },
  };
}

/** By path of group and version, and by plural. */
export const WORKLOAD_PATHS = {
  '/apis/apps/v1': { deployments: { size: DEPLOYMENTS, create: deployment } },
  '/apis/autoscaling/v2': {
    horizontalpodautoscalers: { size: DEPLOYMENTS, create: autoscaler },
  },
};
