import { Button } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { ActResponse } from '@fairway/plugin-kargo-common';
import { partKey, useSelect } from '../../navigation';
import { RESULT_WORDING } from '../actionWording';
import styles from './ActionResults.module.css';

/** What came of an action, for each thing that it was done to. */
export function ActionResults(props: {
  readonly controlPlane: string;
  readonly results: ActResponse['results'];
}) {
  const { controlPlane, results } = props;
  const select = useSelect();
  return (
    <ul
      className={styles.results}
      aria-label="What came of it"
      aria-live="polite"
    >
      {results.map(({ subject, outcome, message, promotion }) => (
        <li key={`${subject.kind} ${subject.name}`}>
          <StatusText tone={RESULT_WORDING[outcome].tone}>
            {subject.kind} {subject.name}: {RESULT_WORDING[outcome].word}
            {message && `. ${message}`}
          </StatusText>
          {promotion && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() =>
                select({
                  stage: undefined,
                  tab: undefined,
                  promotion: partKey({ controlPlane, name: promotion }),
                })
              }
            >
              Look at the promotion
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
