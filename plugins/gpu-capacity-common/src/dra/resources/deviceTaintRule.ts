import { z } from 'zod/v4';
import { deviceTaintSchema, type DeviceTaint } from './deviceTaint';

const optionalText = z
  .string()
  .nullish()
  .transform(value => value ?? undefined);

const selectorSchema = z
  .object({ driver: optionalText, pool: optionalText, device: optionalText })
  .nullish();

/**
 * A taint that an administrator puts on devices. It selects by what is set of driver, pool and device; without a
 * selector it taints nothing.
 *
 * @see kubernetes/api resource/v1/types.go, `DeviceTaintRule`
 *
 * @public
 */
export interface DeviceTaintRule {
  readonly selector:
    | {
        readonly driver: string | undefined;
        readonly pool: string | undefined;
        readonly device: string | undefined;
      }
    | undefined;
  readonly taint: DeviceTaint;
}

const ruleSchema = z.object({
  spec: z.object({ deviceSelector: selectorSchema, taint: deviceTaintSchema }),
});

/**
 * Reads a DeviceTaintRule.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readDeviceTaintRule(object: unknown): DeviceTaintRule {
  const { spec } = ruleSchema.parse(object);
  return { selector: spec.deviceSelector ?? undefined, taint: spec.taint };
}

/** The taints of the rules that select the device. */
export function taintsFromRules(
  rules: readonly DeviceTaintRule[],
  device: {
    readonly driver: string;
    readonly pool: string;
    readonly device: string;
  },
): readonly DeviceTaint[] {
  return rules
    .filter(
      ({ selector }) =>
        selector &&
        (selector.driver ?? device.driver) === device.driver &&
        (selector.pool ?? device.pool) === device.pool &&
        (selector.device ?? device.device) === device.device,
    )
    .map(({ taint }) => taint);
}
