import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import { AsyncContent, StatusText } from '@fairway/platform-ui';
import type { Portfolio } from '@fairway/plugin-kargo-common';
import { useOwnProjects } from '../../hooks/useOwnProjects';
import { usePromotionsPath } from '../../navigation';
import { STATE_WORDING } from '../PortfolioPage';
import styles from './OwnProjects.module.css';

const SHOWN = 5;

/**
 * Which projects of the reader need somebody, for the home page.
 *
 * @public
 */
export function OwnProjects() {
  const state = useOwnProjects(SHOWN);
  return (
    <AsyncContent
      state={state}
      subject="your projects"
      skeleton={<Skeleton width="80%" height={24} />}
    >
      {portfolio => <Projects portfolio={portfolio} />}
    </AsyncContent>
  );
}

function Projects(props: { readonly portfolio: Portfolio }) {
  const { headline, items, total, counts } = props.portfolio;
  const promotionsPath = usePromotionsPath();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const hidden = total - items.length;
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {all > 0
          ? headline
          : 'None of your components has a Kargo project. Those with the annotation kargo/project appear here.'}
      </Text>
      {items.length > 0 && (
        <ul className={styles.list} aria-label="Projects that need somebody">
          {items.map(({ entityRef, controlPlane, title, state, reason }) => (
            <li key={JSON.stringify([entityRef, controlPlane?.name])}>
              <Link href={promotionsPath(entityRef)}>{title}</Link>
              <StatusText tone={STATE_WORDING[state].tone}>
                <span className={styles.reason}>
                  {STATE_WORDING[state].word}: {reason}
                </span>
              </StatusText>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          and {hidden} more
        </Text>
      )}
    </Flex>
  );
}
