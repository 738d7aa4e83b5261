import { z } from 'zod/v4';

/**
 * Amounts of money by currency (ISO 4217), such as `{ EUR: 1200 }`: different ones cannot be added. Empty where nothing
 * has a price.
 *
 * @public
 */
export const moneySchema = z.record(z.string(), z.number());

/** @public */
export type Money = z.infer<typeof moneySchema>;
