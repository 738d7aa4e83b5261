const UNIT_SECONDS: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

const PART = /(\d+(?:\.\d*)?|\.\d+)(h|ms|m|us|µs|ns|s)/gy;

/**
 * Reads a duration as Kubernetes writes it, such as `1h30m` or `2.5s`.
 *
 * @returns seconds; `undefined` where it is none
 *
 * @see https://pkg.go.dev/time#ParseDuration, of which negative durations are left out
 */
export function parseGoDuration(text: string): number | undefined {
  if (text === '0') return 0;
  const parts = [...text.matchAll(PART)];
  const read = parts.map(([part]) => part).join('');
  if (parts.length === 0 || read !== text) return undefined;
  return parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNIT_SECONDS[unit],
    0,
  );
}
