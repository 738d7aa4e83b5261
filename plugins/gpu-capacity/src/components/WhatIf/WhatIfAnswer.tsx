import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import { ResponseError } from '@backstage/errors';
import { AsyncContent, StatusText } from '@fairway/platform-ui';
import {
  shapeWords,
  type WhatIf,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import { useWhatIf } from '../../hooks/useWhatIf';
import { FitBox, fitWording } from '../FitBox';
import { GangTable } from './GangTable';
import styles from './WhatIf.module.css';

/** The answer to a question; the one before stays while the next is looked for. */
export function WhatIfAnswer(props: { readonly request: WhatIfRequest }) {
  const state = useWhatIf(props.request);
  if (state.error && isRefusal(state.error)) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title="This cannot be asked"
        description={state.error.body.error.message}
      />
    );
  }
  return (
    <div aria-busy={state.isAsking}>
      <AsyncContent
        state={state}
        subject="the answer"
        skeleton={
          <>
            <Text as="p">Looking at every node …</Text>
            <Skeleton width="100%" height={120} />
          </>
        }
      >
        {answer => <Answer answer={answer} />}
      </AsyncContent>
    </div>
  );
}

/** The question is at fault: to try again would not help. */
function isRefusal(error: Error): error is ResponseError {
  return error instanceof ResponseError && error.statusCode === 400;
}

function Answer(props: { readonly answer: WhatIf }) {
  const { sentence, shape, clusters, unread } = props.answer;
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="p" variant="title-x-small" aria-live="polite">
          {sentence}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {shape.part && `Of the ${shape.part} that was pasted. `}
          Looked for:{' '}
          {(shape.parts ?? [{ ...shape, name: '' }])
            .map(
              ({ name, replicas, requests }) =>
                `${name && `${name}: `}${replicas} × ${shapeWords(requests)}`,
            )
            .join('; ')}
          .
        </Text>
      </div>
      <Clusters clusters={clusters} />
      {unread.length > 0 && (
        <div>
          {unread.map(({ cluster, reason }) => (
            <StatusText key={cluster} tone="unknown">
              Nothing can be said of {cluster}: {reason}
            </StatusText>
          ))}
        </div>
      )}
    </Flex>
  );
}

/** Of one cluster everything at once; of several the verdicts, and the best one open. */
function Clusters(props: { readonly clusters: WhatIf['clusters'] }) {
  const { clusters } = props;
  if (clusters.length === 1) {
    const [only] = clusters;
    return <ClusterAnswer answer={only} isSaid />;
  }
  return (
    <div className={styles.clusters}>
      {clusters.map((fit, index) => (
        <Accordion key={fit.cluster.name} defaultExpanded={index === 0}>
          <AccordionTrigger
            title={fit.cluster.title ?? fit.cluster.name}
            subtitle={`${fitWording(fit, fit.domains).word}. ${fit.sentence}`}
          />
          <AccordionPanel>
            <ClusterAnswer answer={fit} />
          </AccordionPanel>
        </Accordion>
      ))}
    </div>
  );
}

function ClusterAnswer(props: {
  readonly answer: WhatIf['clusters'][number];
  readonly isSaid?: boolean;
}) {
  const { answer, isSaid } = props;
  return (
    <Flex direction="column" gap="3">
      <FitBox fit={answer} domains={answer.domains} isSaid={isSaid} />
      {answer.gang && <GangTable gang={answer.gang} />}
    </Flex>
  );
}
