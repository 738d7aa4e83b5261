import { Button, Flex, Skeleton, Text } from '@backstage/ui';
import { DataAge, StatusText, useUrlChoice } from '@fairway/platform-ui';
import { lazy, Suspense } from 'react';
import {
  counted,
  type WorkloadCapacity as Workload,
} from '@fairway/plugin-gpu-capacity-common';
import { PartNotices } from '../PartNotices';
import { Section } from '../Section';
import { RightSizeList } from './RightSizeList';
import { DemandCard, devicesText } from './DemandCard';
import { PodTable } from './PodTable';
import styles from './WorkloadCapacity.module.css';

const WhatIfPanel = lazy(() =>
  import('../WhatIf').then(m => ({ default: m.WhatIfPanel })),
);

/** Whether a component can have accelerators, and what its pods hold. */
export function WorkloadCapacity(props: { readonly workload: Workload }) {
  const { headline, clusters, pods, hidden, demands } = props.workload;
  const { use, ray, rightSizes = [] } = props.workload;
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="p" variant="title-small" aria-live="polite">
          {headline}
        </Text>
        <Clusters clusters={clusters} />
      </div>
      {use && <StatusText tone={toneOf(use)}>{use.sentence}</StatusText>}
      {ray && <StatusText tone={rayTone(ray)}>{ray.sentence}</StatusText>}
      {rightSizes.length > 0 && <RightSizeList sizes={rightSizes} />}
      {demands.length > 0 && (
        <Section title="Can my workload get GPUs now?">
          <Flex direction="column" gap="6">
            {demands.map((demand, index) => (
              <DemandCard
                key={`${demand.cluster} ${demand.kind} ${demand.namespace}/${demand.name} ${index}`}
                demand={demand}
              />
            ))}
          </Flex>
        </Section>
      )}
      {(pods.length > 0 || hidden.pods > 0) && (
        <Section title="Pods with accelerators">
          <Flex direction="column" gap="3">
            {hidden.pods > 0 && (
              <Text as="p">
                {counted(
                  hidden.pods,
                  'pod of this component holds',
                  'pods of this component hold',
                )}{' '}
                {devicesText(hidden.devices)}; you see names if you own it.
              </Text>
            )}
            {pods.length > 0 && <PodTable pods={pods} />}
          </Flex>
        </Section>
      )}
      {demands.length === 0 && pods.length === 0 && hidden.pods === 0 && (
        <Text as="p" color="secondary">
          What its pods hold and whether more would fit appears here once a pod
          or a template of it asks for accelerators in its resources.
        </Text>
      )}
      <WhatIfSection />
    </Flex>
  );
}

/** What Ray gives to nobody is as free as it looks to Ray, and held for everybody else. */
function rayTone(ray: NonNullable<Workload['ray']>) {
  if (ray.reporting === 0) return 'unknown';
  return ray.given < ray.managed ? 'attention' : 'good';
}

/** What is held and not used deserves attention; where nothing reports, nothing can be said. */
function toneOf(use: NonNullable<Workload['use']>) {
  if (use.reporting === 0) return 'unknown';
  return use.idle > 0 ? 'attention' : 'good';
}

/** A question about something else than what there is, asked of every cluster. */
function WhatIfSection() {
  const [tab, choose] = useUrlChoice('tab');
  const isOpen = tab === 'what-if';
  return (
    <Section title="What if">
      <Flex direction="column" gap="3">
        <Flex>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={isOpen}
            onPress={() => choose(isOpen ? undefined : 'what-if')}
          >
            {isOpen ? 'Close' : 'Ask whether something else would fit'}
          </Button>
        </Flex>
        {isOpen && (
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <WhatIfPanel />
          </Suspense>
        )}
      </Flex>
    </Section>
  );
}

function Clusters(props: { readonly clusters: Workload['clusters'] }) {
  return (
    <ul className={styles.clusters} aria-label="Clusters that were read">
      {props.clusters.map(({ cluster, freshness, malformed, parts = [] }) => (
        <li key={cluster.name}>
          {cluster.title ?? cluster.name}: <DataAge freshness={freshness} />
          <PartNotices parts={parts} />
          {malformed.map(({ key, message }) => (
            <StatusText key={key} tone="attention">
              {key} is missing here because it could not be read: {message}
            </StatusText>
          ))}
        </li>
      ))}
    </ul>
  );
}
