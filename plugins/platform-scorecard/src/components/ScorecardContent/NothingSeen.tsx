import { Text } from '@backstage/ui';
import { Section } from '../Section';
import styles from './NothingSeen.module.css';

const EXAMPLE = `platformScorecard:
  sources:
    catalog:
      componentTypes: [service, website]`;

/** What the page will show, and what brings it there. */
export function NothingSeen() {
  return (
    <Section title="Nothing seen yet">
      <Text as="p">
        Here you will see how many services are on a golden path, and how long
        they take to production. Any of these starts it:
      </Text>
      <ul>
        <li>Run a golden path under Create.</li>
        <li>
          Register components of type service or website in the catalog. Other
          types count when you list them:
        </li>
      </ul>
      <pre className={styles.example}>{EXAMPLE}</pre>
      <Text as="p">
        New facts appear here within half a minute, without a reload.
      </Text>
    </Section>
  );
}
