import { wilsonInterval, type ProportionEstimate } from '@fairway/statistics';
import { NOTHING_COUNTED, type Finding } from './measure';
import type { MeasureCoverage } from './MeasureResult';
import type { ServiceRecord } from './ServiceRecord';

/**
 * A number of services, and how many of them are on a golden path.
 *
 * @public
 */
export interface PathShare {
  readonly onPath: number;
  readonly services: number;
  /** Absent where there is no service. */
  readonly share?: ProportionEstimate;
}

/**
 * Adoption by all services, by those whose teams had a choice, and by those that had none.
 *
 * @public
 */
export interface PathShares {
  readonly all: PathShare;
  readonly voluntary: PathShare;
  readonly mandated: PathShare;
}

/** Tells chosen adoption from mandated. */
export function pathShares(
  rows: readonly ServiceRecord[],
  coverage: MeasureCoverage,
  onPath: (record: ServiceRecord) => boolean,
): Finding<PathShares> {
  if (rows.length === 0) {
    return NOTHING_COUNTED;
  }
  const shareOf = (some: readonly ServiceRecord[]): PathShare => {
    const count = some.filter(onPath).length;
    const share = wilsonInterval(count, some.length);
    return {
      onPath: count,
      services: some.length,
      ...(share.kind === 'estimate' && { share }),
    };
  };
  return {
    value: {
      all: shareOf(rows),
      voluntary: shareOf(rows.filter(({ mandated }) => !mandated)),
      mandated: shareOf(rows.filter(({ mandated }) => mandated)),
    },
    n: rows.length,
    denominator: rows.length,
    coverage,
  };
}
