/** The highest of the values that are known; any number of them. */
export function highestOf(
  values: Iterable<number | undefined>,
): number | undefined {
  let highest: number | undefined;
  for (const value of values) {
    if (value !== undefined && (highest === undefined || value > highest)) {
      highest = value;
    }
  }
  return highest;
}
