import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ProductPrice } from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

const KEY = 'gpuCapacity.prices';

const configSchema = z
  .array(
    z.strictObject({
      product: z.string().min(1).max(253),
      perHour: z.number().positive(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as EUR'),
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
