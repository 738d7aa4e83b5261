import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_DRIFT_LIMITS,
  durationSchema,
  type DriftLimits,
} from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';

const KEY = 'kargo.portfolio.drift';

const driftSchema = z.strictObject({
  versionsBehind: z
    .number()
    .int()
    .min(1)
    .default(DEFAULT_DRIFT_LIMITS.versionsBehind),
  behindFor: durationSchema.default(DEFAULT_DRIFT_LIMITS.behindFor),
  apartFor: durationSchema.default(DEFAULT_DRIFT_LIMITS.apartFor),
});

/** @throws `InputError` where the configuration is wrong */
export function readDriftLimits(config: RootConfigService): DriftLimits {
  const parsed = driftSchema.safeParse(config.getOptional(KEY) ?? {});
  if (parsed.success) return parsed.data;
  throw new InputError(
    `The configuration ${KEY} is wrong. ${z.prettifyError(parsed.error)}`,
  );
}
