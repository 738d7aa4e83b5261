/** What a JSON object has; other values are compared by identity. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * An answer in which every part that is as before is the very object that it was before, so that what shows it need not be
 * rendered again. What is no JSON is taken as it comes.
 */
export function keepUnchanged<T>(before: unknown, after: T): T;
export function keepUnchanged(before: unknown, after: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((item, index) => keepUnchanged(before[index], item));
    return isSame(before, kept) ? before : kept;
  }
  if (isFields(before) && isFields(after)) {
    const kept = Object.fromEntries(
      Object.entries(after).map(([key, value]) => [
        key,
        keepUnchanged(before[key], value),
      ]),
    );
    return isSame(Object.entries(before).flat(), Object.entries(kept).flat())
      ? before
      : kept;
  }
  return after;
}

function isSame(
  before: readonly unknown[],
  after: readonly unknown[],
): boolean {
  return (
    before.length === after.length &&
    after.every((item, index) => Object.is(item, before[index]))
  );
}

function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
