import type {
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';
import { useMemo, useRef } from 'react';
import { matrixRows, type MatrixRow } from './MatrixRow';

/** The rows of the matrix; the row of a stage that has not changed is the one from before. */
export function useMatrixRows(
  projects: readonly ProjectPromotions[],
): readonly MatrixRow[] {
  const before = useRef(new Map<StageView, MatrixRow>());
  return useMemo(() => {
    const rows = matrixRows(projects).map(row => {
      const known = before.current.get(row.stage);
      const isSame =
        known?.controlPlane === row.controlPlane &&
        known.controlPlaneTitle === row.controlPlaneTitle;
      return isSame ? known : row;
    });
    before.current = new Map(rows.map(row => [row.stage, row]));
    return rows;
  }, [projects]);
}
