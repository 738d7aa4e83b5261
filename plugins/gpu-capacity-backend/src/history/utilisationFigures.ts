import type { MeasuredPod } from '../services/MeasuredPods';
import type { Figures } from './Figures';

/** Twentieths: a device below 5 % is idle by default, and that must stay visible. */
const BINS = 20;

/**
 * How busy what is held is, as far as it is measured, each device by its mean over the five minutes of the sample;
 * `undefined` where nothing is.
 */
export function utilisationOf(options: {
  readonly measured: readonly MeasuredPod[];
  /** Units that are held. */
  readonly held: number;
  readonly observedMs: number;
}): Figures['utilisation'] {
  const { measured, held, observedMs } = options;
  const shares = measured.flatMap(({ busyShares }) => busyShares);
  if (shares.length === 0) return undefined;
  const histogram = Array.from({ length: BINS }, () => 0);
  for (const share of shares) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
    histogram[bin] += observedMs;
  }
  return { histogram, heldMs: held * observedMs };
}

/**
 * Share of busy time below which a part of the device time is, 0 to 1: exact to a twentieth, the middle of the bin in
 * which it lies.
 *
 * @param q - such as 0.9
 * @returns `undefined` of an empty histogram
 */
export function histogramQuantile(
  histogram: readonly number[],
  q: number,
): number | undefined {
  const total = histogram.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return undefined;
  let carried = 0;
  for (const [bin, weight] of histogram.entries()) {
    carried += weight;
    if (weight > 0 && carried >= q * total) {
      return (bin + 0.5) / histogram.length;
    }
  }
  return undefined;
}
