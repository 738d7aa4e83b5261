import { Container, Flex, Link, Skeleton } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { portfolioRouteRef } from '../../routes';
import { PortfolioContent } from '../PortfolioPage';
import styles from './PromotionsPages.module.css';

const CalendarContent = lazy(() =>
  import('../FreezeCalendar').then(m => ({ default: m.CalendarContent })),
);

/**
 * The pages over all projects: which needs somebody, and when may what be promoted.
 *
 * @public
 */
export function PromotionsPages() {
  return (
    <>
      <PageLinks />
      <Routes>
        <Route path="/" element={<PortfolioContent />} />
        <Route
          path="/calendar"
          element={
            <Suspense fallback={<Skeleton width="100%" height={220} />}>
              <CalendarContent />
            </Suspense>
          }
        />
      </Routes>
    </>
  );
}

function PageLinks() {
  const root = useRouteRef(portfolioRouteRef)();
  const { pathname } = useLocation();
  const calendar = `${root}/calendar`;
  const isCalendar = pathname.replace(/\/$/, '').endsWith('/calendar');
  return (
    <Container pt="4">
      <Flex
        className={styles.links}
        gap="4"
        role="navigation"
        aria-label="Promotions"
      >
        <Link href={root} aria-current={isCalendar ? undefined : 'page'}>
          Projects
        </Link>
        <Link href={calendar} aria-current={isCalendar ? 'page' : undefined}>
          Freeze calendar
        </Link>
      </Flex>
    </Container>
  );
}
