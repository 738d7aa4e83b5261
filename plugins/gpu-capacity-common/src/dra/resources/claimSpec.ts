import { z } from 'zod/v4';
import { deviceRequestSchema, type DeviceRequest } from './deviceRequest';

/**
 * What the devices of a claim must have in common, or must differ in. `unsupported` is a constraint of a kind that is
 * not known here.
 *
 * @public
 */
export interface DeviceConstraint {
  readonly kind: 'match' | 'distinct' | 'unsupported';
  /** Fully qualified name of the attribute. */
  readonly attribute: string;
  /** Names of requests, or of subrequests as `request/subrequest`; none means all requests. */
  readonly requests: readonly string[];
}

/**
 * What a claim asks for.
 *
 * @public
 */
export interface ClaimSpec {
  readonly requests: readonly DeviceRequest[];
  readonly constraints: readonly DeviceConstraint[];
}

const constraintSchema = z
  .object({
    requests: z.array(z.string()).nullish(),
    matchAttribute: z.string().nullish(),
    distinctAttribute: z.string().nullish(),
  })
  .transform((constraint): DeviceConstraint => {
    const requests = constraint.requests ?? [];
    if (constraint.matchAttribute) {
      return { kind: 'match', attribute: constraint.matchAttribute, requests };
    }
    if (constraint.distinctAttribute) {
      return {
        kind: 'distinct',
        attribute: constraint.distinctAttribute,
        requests,
      };
    }
    return { kind: 'unsupported', attribute: '', requests };
  });

export const claimSpecSchema = z
  .object({
    devices: z
      .object({
        requests: z.array(deviceRequestSchema).nullish(),
        constraints: z.array(constraintSchema).nullish(),
      })
      .nullish(),
  })
  .transform(
    ({ devices }): ClaimSpec => ({
      requests: devices?.requests ?? [],
      constraints: devices?.constraints ?? [],
    }),
  );
