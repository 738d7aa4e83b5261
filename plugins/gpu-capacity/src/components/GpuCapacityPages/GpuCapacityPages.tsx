import { useRouteRef } from '@backstage/core-plugin-api';
import { Container, Flex, Link } from '@backstage/ui';
import { Route, Routes, useLocation } from 'react-router-dom';
import { gpuCapacityRouteRef } from '../../routes';
import { OverviewContent } from '../OverviewPage';
import styles from './GpuCapacityPages.module.css';
import { WhatIfPage } from './WhatIfPage';

/**
 * The pages over all clusters: what there is and costs, and what would fit where.
 *
 * @public
 */
export function GpuCapacityPages() {
  return (
    <>
      <PageLinks />
      <Routes>
        <Route path="/" element={<OverviewContent />} />
        <Route path="/what-if" element={<WhatIfPage />} />
      </Routes>
    </>
  );
}

function PageLinks() {
  const root = useRouteRef(gpuCapacityRouteRef)();
  const { pathname } = useLocation();
  const isWhatIf = pathname.replace(/\/$/, '').endsWith('/what-if');
  return (
    <Container pt="4">
      <Flex
        className={styles.links}
        gap="4"
        role="navigation"
        aria-label="GPU capacity"
      >
        <Link href={root} aria-current={isWhatIf ? undefined : 'page'}>
          All clusters
        </Link>
        <Link
          href={`${root.replace(/\/$/, '')}/what-if`}
          aria-current={isWhatIf ? 'page' : undefined}
        >
          What if
        </Link>
      </Flex>
    </Container>
  );
}
