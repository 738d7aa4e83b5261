import { z } from 'zod/v4';

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '');

export const deviceTaintSchema = z.object({
  key: z.string(),
  value: text,
  effect: text,
});

export const deviceTolerationSchema = z.object({
  key: text,
  operator: text,
  value: text,
  effect: text,
});

/**
 * A taint of a device. Only the effects `NoSchedule` and `NoExecute` keep a device from being allocated; all others,
 * such as `None`, only inform.
 *
 * @public
 */
export interface DeviceTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/**
 * A toleration of a request; an empty string means "not set".
 *
 * @public
 */
export interface DeviceToleration {
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly effect: string;
}

const PREVENTING_EFFECTS = ['NoSchedule', 'NoExecute'];

/**
 * The taints that keep the device from being allocated to a request with these tolerations.
 *
 * @see kubernetes/dynamic-resource-allocation resourceclaim/devicetoleration.go, `ToleratesTaint`
 *
 * @public
 */
export function preventingTaints(
  taints: readonly DeviceTaint[],
  tolerations: readonly DeviceToleration[],
): readonly DeviceTaint[] {
  return taints.filter(
    taint =>
      PREVENTING_EFFECTS.includes(taint.effect) &&
      !tolerations.some(toleration => tolerates(toleration, taint)),
  );
}

function tolerates(
  { key, operator, value, effect }: DeviceToleration,
  taint: DeviceTaint,
): boolean {
  if (effect !== '' && effect !== taint.effect) return false;
  if (key !== '' && key !== taint.key) return false;
  if (operator === 'Exists') return true;
  return ['', 'Equal'].includes(operator) && value === taint.value;
}
