import { Alert, Flex, Skeleton } from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';
import { useEntityCapacity } from '../../hooks/useEntityCapacity';
import { PoolCapacity } from '../PoolCapacity';
import { WorkloadCapacity } from '../WorkloadCapacity';

/**
 * What a pool has, or what a component holds: the GPU capacity tab of an entity.
 *
 * @public
 */
export function GpuCapacityContent() {
  const state = useEntityCapacity();
  return (
    <AsyncContent
      state={state}
      subject="the GPU capacity"
      skeleton={<GpuCapacitySkeleton />}
      advice="The rest of the page is not affected."
    >
      {capacity => <Capacity capacity={capacity} />}
    </AsyncContent>
  );
}

function Capacity(props: { readonly capacity: GpuCapacity }) {
  const { capacity } = props;
  switch (capacity.scope) {
    case 'pool':
      return <PoolCapacity pool={capacity} />;
    case 'workload':
      return <WorkloadCapacity workload={capacity} />;
    default:
      return (
        <Alert
          status="info"
          icon
          title={capacity.headline}
          description={capacity.advice}
        />
      );
  }
}

function GpuCapacitySkeleton() {
  return (
    <Flex direction="column" gap="4">
      <Skeleton width="60%" height={28} />
      <Skeleton width="100%" height={140} />
      <Skeleton width="100%" height={240} />
    </Flex>
  );
}
