import { z } from 'zod/v4';

/** A number or a share such as `25%`. */
export const intOrPercentSchema = z.union([
  z.number().int().nonnegative(),
  z.string().regex(/^\d+%?$/),
]);

/** Resolves a number or share of a total, rounded as is the custom of the field. */
export function resolveIntOrPercent(
  value: z.infer<typeof intOrPercentSchema>,
  total: number,
  round: 'up' | 'down',
): number {
  const text = String(value);
  if (!text.endsWith('%')) return Number(text);
  // Whole percents of whole numbers: the product is exact, so that rounding is.
  const share = (Number(text.slice(0, -1)) * total) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}
