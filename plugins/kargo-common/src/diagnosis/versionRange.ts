/**
 * Minor versions of Kargo, both ends included; an absent end is open. The texts were read in Kargo 1.9 to 1.12.
 *
 * @public
 */
export interface VersionRange {
  /** For example `1.10`. */
  readonly since?: string;
  /** For example `1.11`. */
  readonly until?: string;
}

const MINOR = /^v?(\d{1,4})\.(\d{1,4})/;

/**
 * Whether a version of Kargo lies in a range; `undefined` where the version cannot be read, because unknown is not no.
 *
 * @public
 */
export function isInVersionRange(
  version: string | undefined,
  range: VersionRange,
): boolean | undefined {
  const minor = minorOf(version);
  if (minor === undefined) return undefined;
  const since = minorOf(range.since) ?? -Infinity;
  const until = minorOf(range.until) ?? Infinity;
  return since <= minor && minor <= until;
}

function minorOf(version: string | undefined): number | undefined {
  const parts = MINOR.exec(version ?? '');
  if (!parts) return undefined;
  return Number(parts[1]) * 10_000 + Number(parts[2]);
}
