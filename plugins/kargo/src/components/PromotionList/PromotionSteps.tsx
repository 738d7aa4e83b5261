import { Flex, Link, Text } from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import {
  isFinished,
  type PromotionDetail,
  type StepView,
} from '@fairway/plugin-kargo-common';
import { ActionButton } from '../ActionButton';
import { SubjectAdvice } from '../AdviceBox';
import { DiagnosisPanel } from '../DiagnosisPanel';
import { LinkList } from '../LinkList';
import { stepWording } from '../wording';
import styles from './PromotionList.module.css';

/** What a promotion did, step by step. */
export function PromotionSteps(props: { readonly promotion: PromotionDetail }) {
  const { promotion } = props;
  const {
    actor,
    controlPlane,
    createdAt,
    message,
    name,
    phase,
    stage,
    steps,
    links,
    diagnosis,
  } = promotion;
  const isSaidByStep = steps.some(
    step => step.message !== undefined && message?.includes(step.message),
  );
  return (
    <Flex direction="column" gap="2">
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
      {diagnosis && (
        <>
          <DiagnosisPanel diagnosis={diagnosis} />
          <SubjectAdvice subject={{ kind: 'promotion', controlPlane, name }} />
        </>
      )}
      {!isFinished(phase) && (
        <ActionButton
          order={{ action: 'abort', controlPlane, promotion: name }}
          place={{ controlPlane, stage }}
          label="Abort the promotion"
        />
      )}
      {message && !isSaidByStep && <Text as="p">{message}</Text>}
      <FactTable
        caption={`Steps of ${name}`}
        columns={columns(phase)}
        rows={steps}
        rowKey={step => step.name}
      />
      <LinkList links={links} />
    </Flex>
  );
}

function columns(
  phase: PromotionDetail['phase'],
): ReadonlyArray<FactColumn<StepView>> {
  return [
    {
      title: 'Step',
      render: ({ name, uses }) => (
        <>
          {name}
          {uses && uses !== name && (
            <Text as="p" variant="body-small" color="secondary">
              {uses}
            </Text>
          )}
        </>
      ),
    },
    {
      title: 'Status',
      render: step => {
        const { tone, word } = stepWording(step.status, phase);
        return tone ? <StatusText tone={tone}>{word}</StatusText> : word;
      },
    },
    { title: 'Took', render: duration, numeric: true },
    { title: 'Result', render: step => <Result step={step} /> },
  ];
}

function Result(props: { readonly step: StepView }) {
  const { message, errorCount, continueOnError, pullRequest, links } =
    props.step;
  return (
    <>
      {message}
      {pullRequest?.url && (
        <Text as="p" variant="body-small">
          <Link href={pullRequest.url} target="_blank" variant="body-small">
            Pull request {pullRequest.id}
          </Link>{' '}
          {pullRequestState(pullRequest)}
        </Text>
      )}
      {links.map(({ title, url }) => (
        <Text key={url} as="p" variant="body-small">
          <Link href={url} target="_blank" variant="body-small">
            {title}
          </Link>
        </Text>
      ))}
      {errorCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          failed {errorCount} {errorCount === 1 ? 'time' : 'times'}
        </Text>
      )}
      {continueOnError && (
        <Text as="p" variant="body-small" color="secondary">
          the promotion goes on if it fails
        </Text>
      )}
    </>
  );
}

function pullRequestState(
  pullRequest: NonNullable<StepView['pullRequest']>,
): string {
  if (pullRequest.merged) return 'is merged';
  if (pullRequest.open === undefined) return '';
  return pullRequest.open ? 'is open' : 'is closed';
}

function duration(step: StepView): string | undefined {
  if (!step.startedAt || !step.finishedAt) return undefined;
  const millis = Date.parse(step.finishedAt) - Date.parse(step.startedAt);
  return formatDuration(millis / 1000);
}
