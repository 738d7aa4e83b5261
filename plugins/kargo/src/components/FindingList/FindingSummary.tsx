import { StatusText } from '@fairway/platform-ui';

/** How much stands against something, in a sentence. */
export function FindingSummary(props: { readonly blockers: number }) {
  const { blockers } = props;
  if (blockers === 0) {
    return <StatusText tone="good">Nothing stands against it.</StatusText>;
  }
  return (
    <StatusText tone="attention">
      {blockers} {blockers === 1 ? 'thing stands' : 'things stand'} against it.
    </StatusText>
  );
}
