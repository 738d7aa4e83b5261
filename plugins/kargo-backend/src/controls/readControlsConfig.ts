import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  durationSchema,
  readCalendar,
  readRiskClasses,
  type CalendarRule,
  type RiskClass,
} from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';

const DEFAULT_LIFETIME = 'P3D';

/** Risk classes and the freeze calendar, as they are configured. */
export interface ControlsConfig {
  readonly riskClasses: readonly RiskClass[];
  /** Keep these objects: what is computed of a rule is kept with it. */
  readonly calendar: readonly CalendarRule[];
  /** How long an approval may be given and used, ISO 8601 duration. */
  readonly approvalLifetime: string;
}

/** @throws `InputError` naming the key that is wrong: a control that is not understood must not be passed over */
export function readControlsConfig(config: RootConfigService): ControlsConfig {
  const riskClasses = read('kargo.riskClasses', () =>
    readRiskClasses(config.getOptional('kargo.riskClasses')),
  );
  return {
    riskClasses,
    calendar: read('kargo.freezeCalendar', () =>
      readCalendar({
        config: config.getOptional('kargo.freezeCalendar'),
        classes: riskClasses,
      }),
    ),
    approvalLifetime: read('kargo.approvals.lifetime', () =>
      durationSchema.parse(
        config.getOptional('kargo.approvals.lifetime') ?? DEFAULT_LIFETIME,
      ),
    ),
  };
}

function read<T>(key: string, reader: () => T): T {
  try {
    return reader();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new InputError(
      `The configuration ${key} is wrong. ${z.prettifyError(error)}`,
    );
  }
}
