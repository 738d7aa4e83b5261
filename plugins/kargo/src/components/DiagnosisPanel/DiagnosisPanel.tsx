import { Flex, Text } from '@backstage/ui';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { DiagnosisView } from '@fairway/plugin-kargo-common';
import {
  CONFIDENCE_WORDS,
  PARTY_WORDS,
  RETRY_WORDS,
  SEVERITY_TONES,
} from '../wording';
import { CodeText } from './CodeText';
import styles from './DiagnosisPanel.module.css';

/** Why something failed: cause, next step and who can do it first, then what that rests on. */
export function DiagnosisPanel(props: { readonly diagnosis: DiagnosisView }) {
  const { diagnosis } = props;
  return (
    <section
      className={styles.panel}
      aria-label={`Diagnosis of ${diagnosis.subject}`}
    >
      <Flex direction="column" gap="2">
        {diagnosis.status === 'explained' ? (
          <Explained diagnosis={diagnosis} />
        ) : (
          <Unknown diagnosis={diagnosis} />
        )}
        {diagnosis.sharedCauses.map(({ kind, value, failures, from }) => (
          <StatusText key={`${kind} ${value}`} tone="attention">
            {failures} failures since <TimeAgo time={from} /> share the{' '}
            {kind.replace('-', ' ')} {value}: this is one cause, not many.
          </StatusText>
        ))}
        <Evidence diagnosis={diagnosis} />
      </Flex>
    </section>
  );
}

type Of<S extends DiagnosisView['status']> = Extract<
  DiagnosisView,
  { readonly status: S }
>;

function Explained(props: { readonly diagnosis: Of<'explained'> }) {
  const { cause, severity, confidence, nextStep, whoCanAct, safeToRetry } =
    props.diagnosis;
  return (
    <>
      <StatusText tone={SEVERITY_TONES[severity]}>
        <strong>
          <CodeText>{cause}</CodeText>
        </strong>
      </StatusText>
      <Text as="p">
        <CodeText>{nextStep}</CodeText>
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {PARTY_WORDS[whoCanAct] ?? whoCanAct} can act.{' '}
        {RETRY_WORDS[safeToRetry]} {CONFIDENCE_WORDS[confidence]}
      </Text>
    </>
  );
}

function Unknown(props: { readonly diagnosis: Of<'unknown'> }) {
  const { raw, subject } = props.diagnosis;
  return (
    <>
      <StatusText tone="unknown">
        No rule explains what is wrong with {subject}.
      </StatusText>
      {raw && <pre className={styles.raw}>{raw}</pre>}
    </>
  );
}

function Evidence(props: { readonly diagnosis: DiagnosisView }) {
  const { evidence } = props.diagnosis;
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>
        {evidence.length === 1
          ? '1 piece of evidence'
          : `${evidence.length} pieces of evidence`}
      </summary>
      <dl className={styles.evidence}>
        {evidence.map(({ field, value, at }) => (
          <div key={`${field} ${value}`}>
            <dt>
              {field}
              {at && (
                <>
                  {', '}
                  <TimeAgo time={at} />
                </>
              )}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
