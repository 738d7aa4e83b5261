import { Flex } from '@backstage/ui';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { StageDetail } from '@fairway/plugin-kargo-common';
import { ActionButton } from '../ActionButton';

/** Why auto-promotion stands still, by whom, and how it goes on. */
export function StageHolds(props: { readonly detail: StageDetail }) {
  const { controlPlane, stage, holds } = props.detail;
  return (
    <>
      {holds.map(({ origin, actor, createdAt }) => (
        <Flex key={origin} direction="column" gap="1">
          <StatusText tone="attention">
            Auto-promotion from {origin} is on hold
            {actor && `, set by ${actor}`}
            {createdAt && (
              <>
                {' '}
                <TimeAgo time={createdAt} />
              </>
            )}
          </StatusText>
          <ActionButton
            order={{
              action: 'resume-auto-promotion',
              controlPlane,
              stage: stage.name,
              origin,
            }}
            place={{ controlPlane, stage: stage.name }}
            label={`Resume auto-promotion from ${origin}`}
          />
        </Flex>
      ))}
    </>
  );
}
