import { Z_95 } from './normalQuantile';

/**
 * The 95 % interval of a share on the log(-log) scale, on which it never leaves 0 to 1. Absent where the share is 0 or 1
 * and the transformation has no value.
 *
 * @param share - a probability of not having had the event
 * @param relativeError - standard error of the share, divided by the share
 */
export function logLogBand(
  share: number,
  relativeError: number,
): { readonly low: number; readonly high: number } | undefined {
  if (!(share > 0 && share < 1)) {
    return undefined;
  }
  const reach = (Z_95 * relativeError) / Math.abs(Math.log(share));
  return {
    low: share ** Math.exp(reach),
    high: share ** Math.exp(-reach),
  };
}
