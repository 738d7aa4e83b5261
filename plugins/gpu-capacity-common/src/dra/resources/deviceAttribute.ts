import { z } from 'zod/v4';

/**
 * An attribute of a device. `list` tells the list forms apart from the single value; a value type that is not known
 * here is `unsupported` and matches nothing.
 *
 * @see kubernetes/api resource/v1/types.go, `DeviceAttribute`
 *
 * @public
 */
export type DeviceAttribute =
  | {
      readonly kind: 'int';
      readonly values: readonly number[];
      readonly list: boolean;
    }
  | {
      readonly kind: 'bool';
      readonly values: readonly boolean[];
      readonly list: boolean;
    }
  | {
      readonly kind: 'string' | 'version';
      readonly values: readonly string[];
      readonly list: boolean;
    }
  | {
      readonly kind: 'unsupported';
      readonly values: readonly [];
      readonly list: false;
    };

const valuesSchema = z.object({
  int: z.number().int().nullish(),
  bool: z.boolean().nullish(),
  string: z.string().nullish(),
  version: z.string().nullish(),
  ints: z.array(z.number().int()).nullish(),
  bools: z.array(z.boolean()).nullish(),
  strings: z.array(z.string()).nullish(),
  versions: z.array(z.string()).nullish(),
});

/** One attribute, the list forms before the single ones as upstream has it. */
export const deviceAttributeSchema = valuesSchema.transform(
  (value): DeviceAttribute => {
    if (value.ints) return { kind: 'int', values: value.ints, list: true };
    if (value.bools) return { kind: 'bool', values: value.bools, list: true };
    if (value.strings) {
      return { kind: 'string', values: value.strings, list: true };
    }
    if (value.versions) {
      return { kind: 'version', values: value.versions, list: true };
    }
    return singleValue(value);
  },
);

function singleValue(value: z.infer<typeof valuesSchema>): DeviceAttribute {
  if (typeof value.int === 'number') {
    return { kind: 'int', values: [value.int], list: false };
  }
  if (typeof value.bool === 'boolean') {
    return { kind: 'bool', values: [value.bool], list: false };
  }
  if (typeof value.string === 'string') {
    return { kind: 'string', values: [value.string], list: false };
  }
  if (typeof value.version === 'string') {
    return { kind: 'version', values: [value.version], list: false };
  }
  return { kind: 'unsupported', values: [], list: false };
}
