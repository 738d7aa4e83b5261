import { Container, Flex, Skeleton, Text } from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import {
  amountText,
  enumerated,
  type Overview,
} from '@fairway/plugin-gpu-capacity-common';
import { useOverview } from '../../hooks/useOverview';
import { ExplainedLedger } from '../LedgerBar';
import { Section } from '../Section';
import { ClusterTable } from './ClusterTable';
import { CostSection } from './CostSection';
import { ExhaustionTable } from './ExhaustionTable';
import { ReclaimTable } from './ReclaimTable';

/**
 * All clusters: what there is, what it costs, what could be given back, and when it runs out.
 *
 * @public
 */
export function OverviewContent() {
  const state = useOverview();
  return (
    <Container py="4">
      <AsyncContent
        state={state}
        subject="the overview"
        skeleton={<OverviewSkeleton />}
        advice="The GPU capacity tabs of pools and components are not affected."
      >
        {overview => <OverviewView overview={overview} />}
      </AsyncContent>
    </Container>
  );
}

function OverviewView(props: { readonly overview: Overview }) {
  const { overview } = props;
  const { headline, clusters, devices, owned, uncounted, cost } = overview;
  if (clusters.length === 0) {
    return (
      <>
        <Text as="p" variant="title-small">
          {headline}
        </Text>
        <Text as="p">
          Clusters appear here once the kubernetes configuration of the backend
          has some, and the backend may read their nodes and pods.
        </Text>
      </>
    );
  }
  return (
    <Flex direction="column" gap="4">
      <Text as="p" variant="title-small" aria-live="polite">
        {headline}
      </Text>
      {owned > 0 && (
        <Section title="Devices of all clusters">
          <ExplainedLedger title="Where all devices are" ledger={devices} />
          {uncounted.length > 0 && (
            <Text as="p" color="secondary">
              Not counted as devices:{' '}
              {enumerated(
                uncounted.map(({ resource, units }) =>
                  amountText(resource, units),
                ),
              )}
              .
            </Text>
          )}
        </Section>
      )}
      <Section title="Clusters">
        <ClusterTable clusters={clusters} />
      </Section>
      <Section
        title="What could be given back"
        detail="What costs most first. Nothing is taken from anybody here: ask the owner."
      >
        <ReclaimTable overview={overview} />
      </Section>
      {owned > 0 && <CostSection cost={cost} />}
      {overview.exhaustion.length > 0 && (
        <Section
          title="When it runs out"
          detail="An estimate from the history: it assumes that demand goes on as it did, and that no hardware comes or goes."
        >
          <ExhaustionTable exhaustion={overview.exhaustion} />
        </Section>
      )}
    </Flex>
  );
}

function OverviewSkeleton() {
  return (
    <Flex direction="column" gap="4">
      <Skeleton width="60%" height={28} />
      <Skeleton width="100%" height={140} />
      <Skeleton width="100%" height={240} />
    </Flex>
  );
}
