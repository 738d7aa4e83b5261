import { z } from 'zod/v4';
import { quantityInUnits } from '../model';
import { resourceListSchema } from '../model/resourceAmounts';

/**
 * One limit of a quota, in the units of `ResourceAmounts`.
 *
 * @public
 */
export interface ResourceQuotaLimit {
  /** As it stands in `hard`, such as `requests.nvidia.com/gpu`. */
  readonly name: string;
  readonly hard: number;
  /** Absent where the status does not say it. */
  readonly used: number | undefined;
}

/**
 * What the pods of a namespace may ask for together.
 *
 * @public
 */
export interface ResourceQuota {
  readonly namespace: string;
  readonly name: string;
  readonly limits: readonly ResourceQuotaLimit[];
  /** Kinds of pods for which it counts, such as `Terminating`; none: for all. */
  readonly scopes: readonly string[];
}

const quotaSchema = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
  spec: z
    .object({
      hard: resourceListSchema.nullish(),
      scopes: z.array(z.string()).nullish(),
      scopeSelector: z
        .object({
          matchExpressions: z
            .array(z.object({ scopeName: z.string() }))
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      hard: resourceListSchema.nullish(),
      used: resourceListSchema.nullish(),
    })
    .nullish(),
});

/**
 * Reads a ResourceQuota.
 *
 * @throws `ZodError` or `RangeError` on a malformed object
 *
 * @public
 */
export function readResourceQuota(object: unknown): ResourceQuota {
  const { metadata, spec, status } = quotaSchema.parse(object);
  const used = new Map(Object.entries(status?.used ?? {}));
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    limits: Object.entries(spec?.hard ?? {}).map(([name, hard]) => {
      const held = used.get(name);
      return {
        name,
        hard: amountOf(name, hard),
        used: held === undefined ? undefined : amountOf(name, held),
      };
    }),
    scopes: [
      ...new Set([
        ...(spec?.scopes ?? []),
        ...(spec?.scopeSelector?.matchExpressions ?? []).map(
          ({ scopeName }) => scopeName,
        ),
      ]),
    ],
  };
}

const CPU = /^((requests|limits)\.)?cpu$/;

function amountOf(name: string, quantity: string | number): number {
  return quantityInUnits(quantity, CPU.test(name) ? 1000 : 1);
}
