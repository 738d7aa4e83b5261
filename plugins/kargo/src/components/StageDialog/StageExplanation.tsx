import { Flex, Link, Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { StageDetail } from '@fairway/plugin-kargo-common';
import type { ReactNode } from 'react';
import { ActionButton } from '../ActionButton';
import { SubjectAdvice } from '../AdviceBox';
import { ControlsSummary } from '../ControlsSummary';
import { DiagnosisPanel } from '../DiagnosisPanel';
import { LinkList } from '../LinkList';
import { PromoteSection } from '../PromoteSection';
import { RollbackPanel } from '../RollbackPanel';
import { VerificationList } from '../VerificationList';
import { StageActions } from './StageActions';
import styles from './StageExplanation.module.css';
import { StageHolds } from './StageHolds';

/** Below this, the earliest time is now. */
const SOON_MS = 30_000;

type Explanation = StageDetail['explanations'][number];

/** The answer first, then each reason, then what was there before. */
export function StageExplanation(props: { readonly detail: StageDetail }) {
  const { detail } = props;
  const { stage, explanations, history, links } = detail;
  const place = { controlPlane: detail.controlPlane, stage: stage.name };
  return (
    <Flex direction="column" gap="4">
      {explanations.length === 0 && (
        <Text as="p">
          Nothing newer than {stage.freight?.version ?? 'what is there'} is on
          its way to {stage.name}.
        </Text>
      )}
      {explanations.map(explanation => (
        <Reasons key={explanation.freight} explanation={explanation} />
      ))}
      {detail.diagnoses.map(diagnosis => (
        <DiagnosisPanel
          key={`${diagnosis.subject} ${diagnosis.status}`}
          diagnosis={diagnosis}
        />
      ))}
      {detail.diagnoses.length > 0 && (
        <SubjectAdvice
          subject={{
            kind: 'stage',
            controlPlane: detail.controlPlane,
            name: stage.name,
          }}
        />
      )}
      {explanations
        .filter(({ status }) => status === 'ready' || status === 'stopped')
        .map(({ freight, version, status }) => (
          <Flex key={freight} direction="column" gap="2">
            <PromoteSection
              wanted={{
                controlPlane: detail.controlPlane,
                stage: stage.name,
                freight,
              }}
              version={version ?? freight.slice(0, 7)}
            />
            {status === 'stopped' && (
              <ActionButton
                order={{
                  action: 'approve-freight',
                  controlPlane: detail.controlPlane,
                  stage: stage.name,
                  freight,
                }}
                place={place}
                label={`Approve ${version ?? freight.slice(0, 7)} for ${
                  stage.name
                } by hand`}
              />
            )}
          </Flex>
        ))}
      <StageHolds detail={detail} />
      <StageActions detail={detail} />
      <Part title="What a change has to pass">
        <ControlsSummary controls={detail.controls} />
      </Part>
      <Part title="If it has to go back">
        <RollbackPanel detail={detail} />
      </Part>
      <Part title="What was there">
        {history.length === 0 ? (
          <Text>Nothing has been promoted to this stage yet.</Text>
        ) : (
          <ol className={styles.history}>
            {history.map((collection, index) => (
              <li key={collection.items.map(({ name }) => name).join()}>
                <Text as="p" weight={index === 0 ? 'bold' : 'regular'}>
                  {collection.items
                    .map(({ version, name }) => version ?? name.slice(0, 7))
                    .join(', ')}
                  {index === 0 && ' (now)'}
                </Text>
                <VerificationList verifications={collection.verifications} />
                {index === 0 && collection.verifications.length > 0 && (
                  <ActionButton
                    order={{ action: 'reverify', ...place }}
                    place={place}
                    label="Verify again"
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </Part>
      <LinkList links={links} />
    </Flex>
  );
}

function Reasons(props: { readonly explanation: Explanation }) {
  const { sentence, reasons, byHand, notBefore, unknownDurations } =
    props.explanation;
  return (
    <Flex direction="column" gap="2">
      <Text as="p" variant="body-large">
        {sentence}
      </Text>
      {/* One reason alone is in the sentence. */}
      {(reasons.length > 1 || reasons.some(({ url }) => url)) && (
        <ul className={styles.reasons} aria-label="Reasons">
          {reasons.map(reason => (
            <li key={`${reason.kind} ${reason.text}`}>
              <StatusText
                tone={reason.stops === 'promotion' ? 'attention' : 'unknown'}
              >
                {reason.url ? (
                  <Link href={reason.url} target="_blank">
                    {reason.text}
                  </Link>
                ) : (
                  reason.text
                )}
                {reason.stops === 'auto-promotion' &&
                  ' (a person may still promote)'}
              </StatusText>
            </li>
          ))}
        </ul>
      )}
      {notBefore && Date.parse(notBefore) > Date.now() + SOON_MS && (
        <Text as="p" variant="body-small" color="secondary">
          Not before {new Date(notBefore).toLocaleString()}
          {byHand.length > 0 &&
            `; somebody has to promote to ${byHand.join(', ')}`}
          {unknownDurations.length > 0 &&
            `; how long ${unknownDurations.join(', ')} takes is not known`}
          .
        </Text>
      )}
    </Flex>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  const { title, children } = props;
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="body-medium" weight="bold">
        {title}
      </Text>
      {children}
    </Flex>
  );
}
