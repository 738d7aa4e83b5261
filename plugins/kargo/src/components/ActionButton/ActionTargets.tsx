import { Flex, Text } from '@backstage/ui';
import type { ActionPreflight } from '@fairway/plugin-kargo-common';
import { FindingList, FindingSummary } from '../FindingList';
import { controlList } from '../actionWording';

/** What stands against an action, for each thing that it is done to. */
export function ActionTargets(props: {
  readonly targets: ActionPreflight['targets'];
}) {
  const { targets } = props;
  return (
    <>
      {targets.map(({ subject, version, freight, overridden, ...found }) => (
        <Flex
          key={`${subject.kind} ${subject.name}`}
          direction="column"
          gap="2"
        >
          <Text as="h3" variant="body-medium" weight="bold">
            {subject.kind} {subject.name}
            {freight &&
              subject.kind !== 'Promotion' &&
              `: ${version ?? freight.slice(0, 7)}`}
          </Text>
          <FindingSummary blockers={found.blockers.length} />
          <FindingList
            label={`Controls of ${subject.name}`}
            blockers={found.blockers}
            warnings={found.warnings}
          />
          {overridden.length > 0 && (
            <Text as="p" variant="body-small">
              The glass is broken: this passes over {controlList(overridden)}.
            </Text>
          )}
        </Flex>
      ))}
    </>
  );
}
