import { highestOf } from './highestOf';
import type { PodUse } from './podUse';

/**
 * What pods with one device each have used of the device that was used most. A figure that one of them lacks is unknown:
 * it may have been the highest. The coverage is in devices that were measured all the time.
 *
 * @public
 */
export function mostUsed(pods: readonly PodUse[]): PodUse {
  const most = (figures: ReadonlyArray<number | undefined>) =>
    figures.includes(undefined) ? undefined : highestOf(figures);
  return {
    memoryP99Bytes: most(pods.map(({ memoryP99Bytes }) => memoryP99Bytes)),
    busyMax: most(pods.map(({ busyMax }) => busyMax)),
    coverage: {
      reporting: pods.filter(
        ({ coverage: { reporting, held } }) => held > 0 && reporting >= held,
      ).length,
      held: pods.length,
    },
  };
}
