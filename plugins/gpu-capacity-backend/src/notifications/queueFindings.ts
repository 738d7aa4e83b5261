import type { QueueState } from '../observed';
import type { CapacityFinding } from './CapacityFinding';

/** What is looked at of a cluster. */
interface QueuedCluster {
  readonly name: string;
  readonly queues: Pick<QueueState, 'starving'> | undefined;
}

/** Queues that wait for what is theirs while others borrow it, for the platform teams. Names no workload. */
export function queueFindings(
  clusters: readonly QueuedCluster[],
  options: {
    readonly platformTeams: readonly string[];
    /** Entity that stands for a cluster. */
    readonly pageOfCluster: (cluster: string) => string | undefined;
  },
): CapacityFinding[] {
  return clusters.flatMap(({ name, queues }) =>
    (queues?.starving ?? []).map(({ clusterQueue, resource, sentence }) => ({
      kind: 'queue-starving' as const,
      subject: [name, clusterQueue, resource],
      recipients: options.platformTeams,
      // A queue counts as starving only after it has waited long.
      afterMs: 0,
      title: `The queue ${clusterQueue} in ${name} starves`,
      description: sentence,
      link: options.pageOfCluster(name),
    })),
  );
}
