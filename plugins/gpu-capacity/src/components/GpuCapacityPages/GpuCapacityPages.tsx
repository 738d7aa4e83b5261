import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, Route, Routes } from 'react-router-dom';
import { gpuCapacityRouteRef } from '../../routes';
import { WhatIfPage } from './WhatIfPage';

/**
 * The pages over all clusters.
 *
 * @public
 */
export function GpuCapacityPages() {
  const root = useRouteRef(gpuCapacityRouteRef)();
  return (
    <Routes>
      <Route path="/what-if" element={<WhatIfPage />} />
      <Route path="/" element={<Navigate to={`${root}/what-if`} replace />} />
    </Routes>
  );
}
