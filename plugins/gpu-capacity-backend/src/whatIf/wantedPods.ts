import {
  poolTolerations,
  readPodShape,
  topologyRequestOf,
  type PodShape,
} from '@fairway/plugin-gpu-capacity-common';
import type { AskingPods } from '../domain/quotaGates';
import type { ClusterView } from '../services/ClusterCapacity';
import type { Wanted } from './readWantedShape';

/** The pods that are asked for, as they would be in a cluster: it adds to templates what its classes say. */
export function wantedPods(
  cluster: ClusterView,
  wanted: Wanted,
  replicas: number,
): readonly AskingPods[] {
  const { parts, template, toleratesTaints } = wanted;
  const { admission } = cluster.workloads;
  if (parts.length > 0) {
    return parts.map(part => ({
      name: part.name,
      shape: readPodShape(part.template.spec, admission),
      topology: topologyRequestOf(part.template.annotations),
      count: part.count * replicas,
    }));
  }
  const shape: PodShape = template
    ? readPodShape(template.spec, admission)
    : wanted.shape;
  return [
    {
      name: wanted.part ?? 'pods',
      shape: toleratesTaints
        ? {
            ...shape,
            tolerations: [
              ...shape.tolerations,
              ...poolTolerations(cluster.state.nodes()),
            ],
          }
        : shape,
      topology: template && topologyRequestOf(template.annotations),
      count: replicas,
    },
  ];
}
