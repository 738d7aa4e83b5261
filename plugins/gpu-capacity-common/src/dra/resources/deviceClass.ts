import { z } from 'zod/v4';
import { selectorsSchema } from './deviceRequest';

/**
 * A class of devices that requests name.
 *
 * @public
 */
export interface DeviceClass {
  readonly name: string;
  /** Milliseconds since the epoch; `undefined` where the object does not say. */
  readonly createdAt: number | undefined;
  /** CEL expressions that must all hold; `undefined` stands for a selector of a kind that is not known here. */
  readonly selectors: readonly (string | undefined)[];
  readonly extendedResourceName: string | undefined;
}

const classSchema = z.object({
  metadata: z.object({
    name: z.string(),
    creationTimestamp: z.string().nullish(),
  }),
  spec: z
    .object({
      selectors: selectorsSchema,
      extendedResourceName: z.string().nullish(),
    })
    .nullish(),
});

/**
 * Reads a DeviceClass of `resource.k8s.io` v1, v1beta2 or v1beta1.
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readDeviceClass(object: unknown): DeviceClass {
  const { metadata, spec } = classSchema.parse(object);
  const createdAt = Date.parse(metadata.creationTimestamp ?? '');
  return {
    name: metadata.name,
    createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    selectors: spec?.selectors ?? [],
    extendedResourceName: spec?.extendedResourceName || undefined,
  };
}
