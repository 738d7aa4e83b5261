import {
  Card,
  CardBody,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { useUrlChoice } from '@fairway/platform-ui';
import type { PoolCapacity } from '@fairway/plugin-gpu-capacity-common';
import { lazy, Suspense } from 'react';
import { HealthList } from '../HealthList';
import { NodeSection } from '../NodeMap';
import { QueueSection } from '../QueueSection';
import styles from './PoolEvidence.module.css';

const HistorySection = lazy(() =>
  import('../HistorySection').then(m => ({ default: m.HistorySection })),
);

const WhatIfPanel = lazy(() =>
  import('../WhatIf').then(m => ({ default: m.WhatIfPanel })),
);

const FIRST_TAB = 'nodes';
const TABS = [FIRST_TAB, 'queues', 'health', 'history', 'what-if'];

/** What is behind the numbers of a pool; the tab is in the URL. */
export function PoolEvidence(props: { readonly pool: PoolCapacity }) {
  const { pool } = props;
  const [wanted = FIRST_TAB, select] = useUrlChoice('tab');
  const { queues } = pool;
  const isThere =
    wanted === 'queues' ? queues !== undefined : TABS.includes(wanted);
  const tab = isThere ? wanted : FIRST_TAB;
  return (
    <Card>
      <CardBody>
        <Tabs
          className={styles.tabs}
          selectedKey={tab}
          onSelectionChange={key =>
            key !== tab && select(key === FIRST_TAB ? undefined : String(key))
          }
        >
          <TabList>
            <Tab id="nodes">Nodes</Tab>
            {queues && <Tab id="queues">Queues</Tab>}
            <Tab id="health">
              {pool.health.length > 0
                ? `Health (${pool.health.length})`
                : 'Health'}
            </Tab>
            <Tab id="history">History</Tab>
            <Tab id="what-if">What if</Tab>
          </TabList>
          <TabPanel id="nodes">
            <Nodes pool={pool} />
          </TabPanel>
          {queues && (
            <TabPanel id="queues">
              <QueueSection queues={queues} said={pool.nodes.freshness} />
            </TabPanel>
          )}
          <TabPanel id="health">
            <Health pool={pool} />
          </TabPanel>
          <TabPanel id="history">
            <Suspense fallback={<Skeleton width="100%" height={240} />}>
              <HistorySection />
            </Suspense>
          </TabPanel>
          <TabPanel id="what-if">
            <Suspense fallback={<Skeleton width="100%" height={240} />}>
              <WhatIfPanel pool={pool} />
            </Suspense>
          </TabPanel>
        </Tabs>
      </CardBody>
    </Card>
  );
}

function Nodes(props: { readonly pool: PoolCapacity }) {
  const { nodes, health } = props.pool;
  if (nodes.items.length > 0) {
    return <NodeSection nodes={nodes.items} health={health} />;
  }
  return (
    <Text as="p">
      {nodes.freshness.status === 'live'
        ? 'No node of the cluster has the labels of this pool. The annotation gpu-capacity/node-selector says which nodes belong to it.'
        : 'The nodes are not known.'}
    </Text>
  );
}

function Health(props: { readonly pool: PoolCapacity }) {
  const { nodes, health } = props.pool;
  if (health.length > 0) return <HealthList findings={health} />;
  return (
    <Text as="p">
      {nodes.freshness.status === 'live'
        ? 'Nothing is known to be wrong.'
        : 'Whether something is wrong is not known.'}
    </Text>
  );
}
