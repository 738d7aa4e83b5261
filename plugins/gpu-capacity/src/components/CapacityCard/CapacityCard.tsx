import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import { AsyncContent, StatusText } from '@fairway/platform-ui';
import { counted, type GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { useEntityCapacity } from '../../hooks/useEntityCapacity';
import { useCapacityPath } from '../../navigation';
import { Section } from '../Section';

/**
 * What a pool has free, or what a component holds, in a sentence, for the overview of an entity.
 *
 * @public
 */
export function CapacityCard() {
  const { entity } = useEntity();
  const capacityPath = useCapacityPath();
  const state = useEntityCapacity();
  return (
    <Section title="GPU capacity">
      <AsyncContent
        state={state}
        subject="the GPU capacity"
        skeleton={<Skeleton width="80%" height={24} />}
      >
        {capacity => (
          <Flex direction="column" gap="2">
            <Text as="p">{capacity.headline}</Text>
            <Alarms capacity={capacity} />
            <Link href={capacityPath(stringifyEntityRef(entity))}>
              All about its GPUs
            </Link>
          </Flex>
        )}
      </AsyncContent>
    </Section>
  );
}

/** What somebody should look at. */
function Alarms(props: { readonly capacity: GpuCapacity }) {
  const { capacity } = props;
  if (capacity.scope === 'none') {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {capacity.advice}
      </Text>
    );
  }
  if (capacity.scope === 'workload') {
    const wasting = capacity.pods.filter(({ waste }) => waste !== undefined);
    return wasting.length > 0 ? (
      <StatusText tone="attention">
        {counted(wasting.length, 'pod holds', 'pods hold')} accelerators and
        cannot run
      </StatusText>
    ) : null;
  }
  const bad = capacity.health.filter(({ severity }) => severity === 'bad');
  return bad.length > 0 ? (
    <StatusText tone="bad">
      {bad[0].sentence}
      {bad.length > 1 && ` And ${bad.length - 1} more.`}
    </StatusText>
  ) : null;
}
