import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Skeleton,
} from '@backstage/ui';
import { AsyncContent, StatusText, TimeAgo } from '@fairway/platform-ui';
import type { PromotionView } from '@fairway/plugin-kargo-common';
import { memo } from 'react';
import { usePromotionDetail } from '../../hooks/usePromotionDetail';
import type { Part } from '../../navigation';
import { PROMOTION_WORDING } from '../wording';
import styles from './PromotionList.module.css';
import { PromotionSteps } from './PromotionSteps';

interface PromotionItemProps {
  readonly controlPlane: string;
  readonly promotion: PromotionView;
  readonly isOpen: boolean;
}

/** A promotion of an `AccordionGroup`, which opens it to its steps. While it is the same, it is not rendered again. */
export const PromotionItem = memo(Item);

function Item(props: PromotionItemProps) {
  const { controlPlane, promotion, isOpen } = props;
  return (
    <Accordion id={promotion.name}>
      <AccordionTrigger>
        <Summary promotion={promotion} />
      </AccordionTrigger>
      <AccordionPanel>
        {isOpen && (
          <Detail promotion={{ controlPlane, name: promotion.name }} />
        )}
      </AccordionPanel>
    </Accordion>
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
