import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Skeleton,
  Text,
} from '@backstage/ui';
import { AsyncContent, StatusText, TimeAgo } from '@fairway/platform-ui';
import type { PromotionView } from '@fairway/plugin-kargo-common';
import { usePromotionDetail } from '../../hooks/usePromotionDetail';
import { partKey, useSelection, type Part } from '../../navigation';
import { PROMOTION_WORDING } from '../wording';
import { PromotionSteps } from './PromotionSteps';
import styles from './PromotionList.module.css';

/** Promotions, the newest first; each opens to its steps, and the open one is in the URL. */
export function PromotionList(props: {
  readonly controlPlane: string;
  readonly promotions: readonly PromotionView[];
  /** How many there are, of which these are the newest. */
  readonly total: number;
}) {
  const { controlPlane, promotions, total } = props;
  const [open, select] = useSelection('promotion');
  if (promotions.length === 0) {
    return <Text>No promotion has been started yet.</Text>;
  }
  return (
    <>
      <AccordionGroup
        // The group decides what is open, whatever the accordions in it say.
        expandedKeys={open ? [open] : []}
        onExpandedChange={keys => {
          const [key] = keys;
          select(key === undefined ? undefined : String(key));
        }}
      >
        {promotions.map(promotion => {
          const part = { controlPlane, name: promotion.name };
          const key = partKey(part);
          return (
            <Accordion key={key} id={key}>
              <AccordionTrigger>
                <Summary promotion={promotion} />
              </AccordionTrigger>
              <AccordionPanel>
                {open === key && <Detail promotion={part} />}
              </AccordionPanel>
            </Accordion>
          );
        })}
      </AccordionGroup>
      {total > promotions.length && (
        <Text as="p" variant="body-small" color="secondary">
          The newest {promotions.length} of {total} promotions.
        </Text>
      )}
    </>
  );
}

function Summary(props: { readonly promotion: PromotionView }) {
  const { promotion } = props;
  const { tone, word } = PROMOTION_WORDING[promotion.phase];
  return (
    <span className={styles.summary}>
      <StatusText tone={tone}>
        {word}: {promotion.version ?? 'unknown version'} to {promotion.stage}
        {promotion.rollback && ' (rollback)'}
      </StatusText>
      {promotion.createdAt && (
        // The panel says it again; the name of the button stays the same while time goes by.
        <span className={styles.age} aria-hidden>
          <TimeAgo time={promotion.createdAt} />
        </span>
      )}
    </span>
  );
}

function Detail(props: { readonly promotion: Part }) {
  const { promotion } = props;
  const state = usePromotionDetail(promotion);
  return (
    <AsyncContent
      state={state}
      subject="the promotion"
      skeleton={<Skeleton width="100%" height={120} />}
    >
      {detail => <PromotionSteps promotion={detail} />}
    </AsyncContent>
  );
}
