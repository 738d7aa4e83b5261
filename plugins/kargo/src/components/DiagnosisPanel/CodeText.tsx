/** A text in which names of fields stand in backticks, as the rules write them. */
export function CodeText(props: { readonly children: string }) {
  const parts = props.children.split(/`([^`]+)`/);
  return (
    <>
      {parts.map((part, index) =>
        // Every second part was in backticks; parts have no other identity than their place.
        index % 2 === 1 ? <code key={index}>{part}</code> : part,
      )}
    </>
  );
}
