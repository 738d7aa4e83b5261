const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/**
 * Milliseconds of a duration as Go writes it, such as `1h30m`; `undefined` where it is none. Units below a millisecond
 * are no length of a window.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function readGoDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return undefined;
  let millis = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)) {
    millis += Number(number) * (UNITS[unit] ?? 0);
  }
  return millis;
}
