import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import {
  DataAge,
  FactTable,
  StatusText,
  type FactColumn,
} from '@fairway/platform-ui';
import type {
  PodView,
  WorkloadCapacity as Workload,
} from '@fairway/plugin-gpu-capacity-common';
import { HOLDING_WORDING } from '../wording';
import styles from './WorkloadCapacity.module.css';

const columns: ReadonlyArray<FactColumn<PodView>> = [
  { title: 'Pod', render: pod => pod.name },
  { title: 'Namespace', render: pod => `${pod.namespace} on ${pod.cluster}` },
  { title: 'State', render: pod => <State pod={pod} /> },
  { title: 'Node', render: pod => pod.node ?? 'none yet' },
  {
    title: 'Product',
    render: pod => pod.product ?? (pod.node ? 'unknown' : 'none yet'),
  },
  {
    title: 'Accelerators',
    render: pod =>
      Object.entries(pod.accelerators)
        .map(([resource, count]) => `${count} × ${resource}`)
        .join(', '),
  },
];

/** What the pods of a component hold. */
export function WorkloadCapacity(props: { readonly workload: Workload }) {
  const { headline, clusters, pods } = props.workload;
  return (
    <Flex direction="column" gap="4">
      <Text as="p" variant="title-small" aria-live="polite">
        {headline}
      </Text>
      <ul className={styles.clusters} aria-label="Clusters that were read">
        {clusters.map(({ cluster, freshness, malformed }) => (
          <li key={cluster.name}>
            {cluster.title ?? cluster.name}: <DataAge freshness={freshness} />
            {malformed.map(({ key, message }) => (
              <StatusText key={key} tone="attention">
                {key} is missing here because it could not be read: {message}
              </StatusText>
            ))}
          </li>
        ))}
      </ul>
      {pods.length > 0 && (
        <Card>
          <CardHeader>
            <Text as="h2" variant="title-x-small">
              Pods with accelerators
            </Text>
          </CardHeader>
          <CardBody>
            <FactTable
              caption="Pods with accelerators"
              columns={columns}
              rows={pods}
              rowKey={pod => `${pod.cluster}/${pod.namespace}/${pod.name}`}
            />
          </CardBody>
        </Card>
      )}
    </Flex>
  );
}

function State(props: { readonly pod: PodView }) {
  const { holding, waste } = props.pod;
  const { tone, word } = HOLDING_WORDING[holding];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {waste && (
        <div>
          <StatusText tone="attention">cannot run: {waste}</StatusText>
        </div>
      )}
    </>
  );
}
