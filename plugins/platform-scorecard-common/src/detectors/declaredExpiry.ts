import type { Labels } from './labelSelector';

/**
 * Annotations that say until when something is allowed, as ISO 8601.
 *
 * @public
 */
export const DEFAULT_EXPIRY_ANNOTATIONS: readonly string[] = [
  'platform-scorecard/expires-at',
  'janitor/expires',
];

/** Until when something is allowed: `unreadable` where an annotation is there and holds no time. */
export type DeclaredExpiry =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'at'; readonly expiresAt: string };

/** A date, with or without a time: months and days that may be, and no words that only some engines read. */
const ISO_TIME =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** An ISO 8601 time in UTC; a date alone lasts until its end. `undefined` where the text is none. */
export function readExpiry(text: string): string | undefined {
  const trimmed = text.trim();
  if (!ISO_TIME.test(trimmed)) {
    return undefined;
  }
  const time = new Date(
    trimmed.includes('T') ? trimmed : `${trimmed}T23:59:59.999Z`,
  );
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Reads the expiry of an object from its annotations; the first annotation that is there counts. */
export function declaredExpiry(
  annotations: Labels,
  keys: readonly string[] = DEFAULT_EXPIRY_ANNOTATIONS,
): DeclaredExpiry {
  const key = keys.find(candidate => Object.hasOwn(annotations, candidate));
  if (key === undefined) {
    return { kind: 'none' };
  }
  const expiresAt = readExpiry(annotations[key]);
  return expiresAt === undefined
    ? { kind: 'unreadable' }
    : { kind: 'at', expiresAt };
}
