import type {
  KueueWorkload,
  PendingPosition,
  WorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadNames } from '../domain/pendingView';
import type { ClusterView } from '../services/ClusterCapacity';
import type { PodNames } from './PodNames';
import type { WorkloadEntities, WorkloadEntity } from './WorkloadEntities';

type Named = Pick<KueueWorkload, 'namespace' | 'name' | 'owner'>;

/** What one reader may know of the workloads of a cluster. Made for one answer. */
export function workloadNamesIn(
  cluster: ClusterView,
  options: { readonly names: PodNames; readonly entities: WorkloadEntities },
): WorkloadNames {
  const { names, entities } = options;
  const known = new Map<Named, WorkloadEntity | undefined>();
  const entityOf = (workload: Named): WorkloadEntity | undefined => {
    if (!known.has(workload)) {
      known.set(workload, findEntity(cluster, workload, entities));
    }
    return known.get(workload);
  };
  const workloads = new Map<string, KueueWorkload>();
  const atPosition = (position: PendingPosition): Named | undefined => {
    if (workloads.size === 0) {
      for (const workload of cluster.queues?.workloads ?? []) {
        workloads.set(`${workload.namespace}/${workload.name}`, workload);
      }
    }
    return workloads.get(`${position.namespace}/${position.name}`);
  };
  const decided = new Map<PendingPosition, boolean>();
  return {
    refOf: workload => {
      const entity = entityOf(workload);
      return names.mayName(entity)
        ? {
            kind: workload.owner?.kind,
            namespace: workload.namespace,
            name: workload.owner?.name ?? workload.name,
            entityRef: entity?.ref,
          }
        : {};
    },
    mayName: position => {
      const before = decided.get(position);
      if (before !== undefined) return before;
      const workload = atPosition(position);
      const may = names.mayName(workload && entityOf(workload));
      decided.set(position, may);
      return may;
    },
  };
}

/** By the pods of the workload, and before there are any by the labels of what makes them. */
function findEntity(
  cluster: ClusterView,
  { namespace, name, owner }: Named,
  entities: WorkloadEntities,
): WorkloadEntity | undefined {
  const ref = { namespace, ...(owner ?? { kind: 'Workload', name }) };
  const [pod] = cluster.acceleratorPods.ownedBy(ref).values();
  const entity = pod && entities.entityOf(cluster.name, pod);
  if (entity) return entity;
  const demand = cluster.workloads.topOf(ref);
  return demand && entityOfDemand(cluster.name, demand, entities);
}

/** The entity to which the labels of a workload, or of the pods that it makes, lead. */
export function entityOfDemand(
  cluster: string,
  { namespace, labels, pieces }: WorkloadDemand,
  entities: WorkloadEntities,
): WorkloadEntity | undefined {
  return [labels, ...pieces.map(({ podTemplate }) => podTemplate.labels)]
    .map(own => entities.entityOf(cluster, { namespace, labels: own }))
    .find(Boolean);
}

/** Whether a reader has something in a namespace, so that its queues may be known. */
export function mayKnowNamespace(
  cluster: ClusterView,
  namespace: string,
  options: { readonly names: PodNames; readonly entities: WorkloadEntities },
): boolean {
  const { names, entities } = options;
  if (names.mayNameAll) return true;
  return (
    entities
      .inNamespace(cluster.name, namespace)
      .some(entity => names.mayName(entity)) ||
    [...cluster.workloads.tops.values()].some(
      demand =>
        demand.namespace === namespace &&
        names.mayName(entityOfDemand(cluster.name, demand, entities)),
    )
  );
}
