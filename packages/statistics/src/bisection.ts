const MOST_STEPS = 200;

/**
 * Where a rising function passes 0.
 *
 * @param bounds - the function is at most 0 at `low` and at least 0 at `high`
 */
export function bisection(
  rising: (x: number) => number,
  bounds: { readonly low: number; readonly high: number },
): number {
  let { low, high } = bounds;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) {
      break;
    }
    if (rising(middle) < 0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
