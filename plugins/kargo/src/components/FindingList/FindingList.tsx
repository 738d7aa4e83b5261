import { Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { PreflightView } from '@fairway/plugin-kargo-common';
import { ACTOR_WORDS } from '../wording';
import styles from './FindingList.module.css';

type Finding = PreflightView['blockers'][number];

/** What stands against something, then what is worth knowing before it, each with who can act. */
export function FindingList(props: {
  readonly label: string;
  readonly blockers: readonly Finding[];
  readonly warnings: readonly Finding[];
}) {
  const { label, blockers, warnings } = props;
  if (blockers.length + warnings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label={label}>
      {[...blockers, ...warnings].map((finding, index) => (
        <li key={`${finding.control} ${finding.message}`}>
          <StatusText tone={index < blockers.length ? 'attention' : 'unknown'}>
            {finding.message}
            {finding.until &&
              ` Until ${new Date(finding.until).toLocaleString()}.`}{' '}
            <Text as="span" variant="body-small" color="secondary">
              {ACTOR_WORDS[finding.whoCanAct]}
            </Text>
          </StatusText>
        </li>
      ))}
    </ul>
  );
}
