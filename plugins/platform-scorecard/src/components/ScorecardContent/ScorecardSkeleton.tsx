import { Flex, Grid, Skeleton } from '@backstage/ui';

/** The shape of the page while it loads. */
export function ScorecardSkeleton() {
  return (
    <Flex direction="column" gap="5">
      <Flex direction="column" gap="1">
        <Skeleton width="80%" height={28} />
        <Skeleton width="20%" height={16} />
      </Flex>
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="3">
        <Skeleton width="100%" height={240} />
        <Skeleton width="100%" height={240} />
      </Grid.Root>
      <Skeleton width="100%" height={200} />
    </Flex>
  );
}
