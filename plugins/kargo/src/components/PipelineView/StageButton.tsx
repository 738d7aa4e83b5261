import { Button } from '@backstage/ui';

/** Opens a stage. */
export function StageButton(props: {
  readonly name: string;
  readonly onOpen: (name: string) => void;
}) {
  const { name, onOpen } = props;
  return (
    <Button variant="tertiary" size="small" onPress={() => onOpen(name)}>
      {name}
    </Button>
  );
}
