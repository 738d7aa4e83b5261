import { Button, Flex, Text } from '@backstage/ui';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type {
  HealthKind,
  HealthView,
} from '@fairway/plugin-gpu-capacity-common';
import { useState } from 'react';
import { SEVERITY_WORDING } from '../wording';
import styles from './HealthList.module.css';

const SHOWN = 20;

/** An error that is reported as the last one does not go on. */
const SINCE_WORDS: Readonly<Partial<Record<HealthKind, string>>> = {
  xid: 'first seen as the last one',
};

/** What is wrong with hardware, or with what is said of it, the worst first. */
export function HealthList(props: {
  readonly findings: readonly HealthView[];
}) {
  const { findings } = props;
  const [limit, setLimit] = useState(SHOWN);
  const hidden = findings.length - limit;
  return (
    <Flex direction="column" gap="3">
      <ul className={styles.list} aria-label="Health">
        {findings.slice(0, limit).map(finding => (
          <li key={`${finding.kind} ${finding.node} ${finding.sentence}`}>
            <Severity severity={finding.severity} /> {finding.sentence}{' '}
            {finding.since && (
              <Text as="span" variant="body-small" color="secondary">
                {SINCE_WORDS[finding.kind] ?? 'began'}{' '}
                <TimeAgo time={finding.since} />
              </Text>
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Flex>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(limit + SHOWN)}
          >
            Show {Math.min(hidden, SHOWN)} more of {hidden}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function Severity(props: { readonly severity: HealthView['severity'] }) {
  const { tone, word } = SEVERITY_WORDING[props.severity];
  return tone ? (
    <StatusText tone={tone}>{word}:</StatusText>
  ) : (
    <Text as="span">{word}:</Text>
  );
}
