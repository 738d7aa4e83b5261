import { createHash } from 'node:crypto';

/** Of every figure of record. */
export const SEED = 1;

/** Hexadecimal digits that depend on the seed and a text only, at most 40 of them. */
export function hex(text: string, length = 40): string {
  return createHash('sha1')
    .update(`${SEED}/${text}`)
    .digest('hex')
    .slice(0, length);
}

/** A whole number from 0 to below `limit`. */
export function numberBelow(limit: number, text: string): number {
  return Number.parseInt(hex(text, 8), 16) % limit;
}

/** ISO 8601 without fractions, as Kubernetes writes times. */
export function isoTime(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
}
