import { Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { PoolCapacity } from '@fairway/plugin-gpu-capacity-common';

/** How much of what is held reports what it does: without it, nothing can be called busy or idle. */
export function Measured(props: {
  readonly measured: NonNullable<PoolCapacity['measured']>;
}) {
  const { held, reporting, notes, sources } = props.measured;
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {reporting} of {held} held devices report what they do
        {sources.length > 0 && `, by ${sources.join(', ')}`}. No metric is not
        idle.
      </Text>
      {notes.map(note => (
        <div key={note}>
          <StatusText tone="attention">{note}</StatusText>
        </div>
      ))}
    </div>
  );
}
