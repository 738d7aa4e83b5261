import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { MeterBar, StatusText, type MeterSegment } from '@fairway/platform-ui';
import { groupName, type GroupView } from '@fairway/plugin-gpu-capacity-common';
import { KIND_WORDS } from '../wording';

/** One product: where all of it is. */
export function GroupSection(props: {
  readonly group: GroupView;
  readonly podsObserved: boolean;
}) {
  const { group, podsObserved } = props;
  const { allocatable, capacity, nodes, kind, resource } = group;
  const name = groupName(group);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {name}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {resource}, {KIND_WORDS[kind]}, on {nodes}{' '}
          {nodes === 1 ? 'node' : 'nodes'}
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          <Text as="p">
            {physicalText(group)}, {capacity} registered, {allocatable}{' '}
            allocatable
            {podsObserved && `, ${group.held} held, ${group.free} free`}
          </Text>
          {podsObserved ? (
            <MeterBar title={`Where ${name} are`} segments={segments(group)} />
          ) : (
            <StatusText tone="unknown">
              How many are held and free is unknown.
            </StatusText>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}

function physicalText({ physical, kind }: GroupView): string {
  if (physical === undefined) return 'Unknown number of physical devices';
  return kind === 'device' ? `${physical} physical` : `On ${physical} physical`;
}

function segments(group: GroupView): readonly MeterSegment[] {
  return [
    { label: 'held', value: group.held, series: 'held' },
    { label: 'free', value: group.free, series: 'free' },
    {
      label: 'blocked (cordoned or not ready)',
      value: group.blocked,
      series: 'blocked',
    },
    { label: 'node unknown', value: group.unknown, series: 'reserved' },
    { label: 'lost', value: group.lost, series: 'lost' },
  ];
}
