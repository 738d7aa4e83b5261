import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import type { PromotionView } from '@fairway/plugin-kargo-common';
import { useSearchParams } from 'react-router-dom';
import { PROMOTION_WORDING, stepWording } from '../wording';
import styles from './PromotionList.module.css';

type Step = PromotionView['steps'][number];

/** Promotions, the newest first; each opens to its steps, and the open one is in the URL. */
export function PromotionList(props: {
  readonly promotions: readonly PromotionView[];
}) {
  const { promotions } = props;
  const [searchParams, setSearchParams] = useSearchParams();
  const open = searchParams.get('promotion') ?? undefined;
  const toggle = (name: string, expanded: boolean) =>
    setSearchParams(
      params => {
        const next = new URLSearchParams(params);
        if (expanded) next.set('promotion', name);
        else next.delete('promotion');
        return next;
      },
      { preventScrollReset: true },
    );
  if (promotions.length === 0) {
    return <Text>No promotion has been started yet.</Text>;
  }
  return (
    <AccordionGroup>
      {promotions.map(promotion => (
        <Accordion
          key={promotion.name}
          isExpanded={open === promotion.name}
          onExpandedChange={expanded => toggle(promotion.name, expanded)}
        >
          <AccordionTrigger>
            <Summary promotion={promotion} />
          </AccordionTrigger>
          <AccordionPanel>
            <Steps promotion={promotion} />
          </AccordionPanel>
        </Accordion>
      ))}
    </AccordionGroup>
  );
}

function Summary(props: { readonly promotion: PromotionView }) {
  const { promotion } = props;
  const { tone, word } = PROMOTION_WORDING[promotion.phase];
  return (
    <span className={styles.summary}>
      <StatusText tone={tone}>
        {word}: {promotion.version ?? 'unknown version'} to {promotion.stage}
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

function Steps(props: { readonly promotion: PromotionView }) {
  const { promotion } = props;
  const { actor, createdAt, message, name, phase, steps } = promotion;
  const saidByStep = steps.some(step => step.message === message);
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {actor ? `Started by ${actor}` : 'Started by Kargo'}
        {createdAt && (
          <>
            {' '}
            <TimeAgo time={createdAt} />
          </>
        )}
        : <span className={styles.name}>{name}</span>
      </Text>
      {message && !saidByStep && <Text as="p">{message}</Text>}
      <FactTable
        caption={`Steps of ${name}`}
        columns={stepColumns(phase)}
        rows={steps}
        rowKey={step => step.name}
      />
    </>
  );
}

function stepColumns(
  phase: PromotionView['phase'],
): ReadonlyArray<FactColumn<Step>> {
  return [
    { title: 'Step', render: step => step.name },
    {
      title: 'Status',
      render: step => {
        const { tone, word } = stepWording(step.status, phase);
        return tone ? <StatusText tone={tone}>{word}</StatusText> : word;
      },
    },
    { title: 'Took', render: duration, numeric: true },
    { title: 'Message', render: step => step.message },
  ];
}

function duration(step: Step): string | undefined {
  if (!step.startedAt || !step.finishedAt) return undefined;
  const millis = Date.parse(step.finishedAt) - Date.parse(step.startedAt);
  return formatDuration(millis / 1000);
}
