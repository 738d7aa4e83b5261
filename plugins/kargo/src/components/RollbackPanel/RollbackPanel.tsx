import { Flex, Text } from '@backstage/ui';
import type { RollbackView, StageDetail } from '@fairway/plugin-kargo-common';
import { PromoteSection } from '../PromoteSection';

type StageFreight = Extract<
  RollbackView,
  { status: 'suggested' }
>['promote'][number];

/** What a stage could go back to. It suggests; the controls are asked before anything happens. */
export function RollbackPanel(props: { readonly detail: StageDetail }) {
  const { controlPlane, rollback, stage } = props.detail;
  if (rollback.status === 'none') {
    return (
      <Flex direction="column" gap="1">
        <Text as="p">{rollback.message}</Text>
        {rollback.considered.map(({ freight, reason }) => (
          <Text
            key={freight.map(item => item.freight).join()}
            as="p"
            variant="body-small"
            color="secondary"
          >
            Not {versions(freight)}: {reason}.
          </Text>
        ))}
      </Flex>
    );
  }
  const { message, promote, alsoUndone, irreversible } = rollback;
  return (
    <Flex direction="column" gap="2">
      <Text as="p">{message}</Text>
      {alsoUndone.length > 0 && (
        <Text as="p" variant="body-small">
          This would also undo {versions(alsoUndone)}.
        </Text>
      )}
      {irreversible.map(text => (
        <Text key={text} as="p" variant="body-small">
          {text}
        </Text>
      ))}
      {promote.map(item => (
        <PromoteSection
          key={item.freight}
          wanted={{
            controlPlane,
            stage: stage.name,
            freight: item.freight,
            intent: 'rollback',
          }}
          version={versionOf(item)}
        />
      ))}
    </Flex>
  );
}

function versions(freight: readonly StageFreight[]): string {
  return freight.map(versionOf).join(', ');
}

function versionOf({ version, freight }: StageFreight): string {
  return version ?? freight.slice(0, 7);
}
