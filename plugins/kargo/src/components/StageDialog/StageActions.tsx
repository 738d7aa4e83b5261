import { Flex } from '@backstage/ui';
import type { StageDetail } from '@fairway/plugin-kargo-common';
import { ActionButton } from '../ActionButton';

/** What can be done about a stage as it is. */
export function StageActions(props: { readonly detail: StageDetail }) {
  const { controlPlane, stage, explanations } = props.detail;
  const place = { controlPlane, stage: stage.name };
  const running = explanations.flatMap(({ promotion }) => promotion ?? []);
  return (
    <Flex gap="2" align="start" style={{ flexWrap: 'wrap' }}>
      {running.map(promotion => (
        <ActionButton
          key={promotion}
          order={{ action: 'abort', controlPlane, promotion }}
          place={place}
          label="Abort the promotion"
        />
      ))}
      {stage.freight && !stage.final && (
        <ActionButton
          order={{
            action: 'promote-downstream',
            controlPlane,
            stage: stage.name,
            freight: stage.freight.name,
          }}
          place={place}
          label={`Promote ${
            stage.freight.version ?? stage.freight.name.slice(0, 7)
          } to all stages after ${stage.name}`}
        />
      )}
      <ActionButton
        order={{
          action: 'refresh',
          controlPlane,
          kind: 'Stage',
          name: stage.name,
        }}
        place={place}
        label={`Refresh ${stage.name}`}
      />
    </Flex>
  );
}
