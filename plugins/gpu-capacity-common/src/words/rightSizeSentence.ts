import type { PodUse, RightSize } from '../metrics';
import { counted } from './amounts';

const HOUR_SECONDS = 3_600;
const DAY_HOURS = 24;

/**
 * What would be enough, on what that is based, or why it cannot be said.
 *
 * @param options - `subject`: whose pods they are; `periodSeconds`: absent where nothing was measured; `offered`: whether a
 *   node of the cluster has such a part now
 *
 * @public
 */
export function rightSizeSentence(options: {
  readonly subject: string;
  readonly size: RightSize;
  readonly use: PodUse | undefined;
  readonly periodSeconds: number | undefined;
  readonly offered: boolean;
}): string {
  const { subject, size, use, periodSeconds } = options;
  const period =
    periodSeconds === undefined ? '' : ` in ${periodText(periodSeconds)}`;
  switch (size.status) {
    case 'unknown':
      return `No right-size hint for ${subject}: ${size.reason}${period}.`;
    case 'fits':
      return `No smaller part of a card would do for ${subject}: ${usedText(
        use,
      )}${period}.`;
    default:
      return `A MIG slice of ${gigabytes(size.memoryBytes)} (${
        size.profile
      }) would hold ${
        size.mayBeSlower ? 'the memory that' : 'what'
      } each pod of ${subject} uses: ${usedText(
        use,
      )}${period}, measured on ${counted(
        use?.coverage.held ?? 0,
        'device',
        'devices',
      )} all the time. ${adviceText(size)}${
        options.offered ? '' : ' No node of the cluster offers such slices now.'
      }`;
  }
}

function adviceText({
  mayBeSlower,
  computeShare,
}: Extract<RightSize, { readonly status: 'smaller' }>): string {
  return mayBeSlower
    ? `The slice has ${Math.round(
        computeShare * 100,
      )} % of the processors, so some work may take longer. A fifth of memory is kept to spare; try it out before you rely on it.`
    : 'A fifth is kept to spare; try it out before you rely on it.';
}

function usedText(use: PodUse | undefined): string {
  const { memoryP99Bytes = 0, busyMax = 0 } = use ?? {};
  return `p99 of memory ${gigabytes(memoryP99Bytes)}, busy ${Math.round(
    busyMax * 100,
  )} % at most`;
}

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1e8) / 10} GB`;
}

function periodText(seconds: number): string {
  const hours = Math.floor(seconds / HOUR_SECONDS);
  return hours < 2 * DAY_HOURS
    ? counted(hours, 'hour', 'hours')
    : counted(Math.floor(hours / DAY_HOURS), 'day', 'days');
}
