import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ProductPrice } from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

const KEY = 'gpuCapacity.prices';

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as EUR');

const configSchema = z
  .array(
    z.strictObject({
      product: z.string().min(1).max(253),
      perHour: z.number().positive(),
      currency,
    }),
  )
  .refine(
    prices =>
      new Set(prices.map(({ product }) => product.toLowerCase())).size ===
      prices.length,
    'names a product twice',
  );

/** What a whole device of each product costs. @throws `InputError` where the configuration is wrong */
export function readPriceConfig(
  config: RootConfigService,
): readonly ProductPrice[] {
  const read = configSchema.safeParse(config.getOptional(KEY) ?? []);
  if (!read.success) {
    throw new InputError(
      `The configuration ${KEY} is wrong. ${z.prettifyError(read.error)}`,
    );
  }
  return read.data;
}

const NODE_PRICES_KEY = 'gpuCapacity.nodePrices';

const nodePricesSchema = z.strictObject({ currency });

/**
 * In which currency OpenCost measures what nodes cost.
 *
 * @returns `undefined` where it is not to be asked
 * @throws `InputError` where the configuration is wrong
 */
export function readNodePricesConfig(
  config: RootConfigService,
): { readonly currency: string } | undefined {
  const value = config.getOptional(NODE_PRICES_KEY);
  if (value === undefined) return undefined;
  const read = nodePricesSchema.safeParse(value);
  if (!read.success) {
    throw new InputError(
      `The configuration ${NODE_PRICES_KEY} is wrong. ${z.prettifyError(
        read.error,
      )}`,
    );
  }
  return read.data;
}
