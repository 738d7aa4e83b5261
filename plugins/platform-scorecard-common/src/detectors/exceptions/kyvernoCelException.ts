import { z } from 'zod/v4';
import { readExpiry } from '../declaredExpiry';
import { allOf, certain, unknown, type CoverageTest } from './Coverage';
import { readingOf } from './readingOf';

const exceptionSchema = z.object({
  spec: z.object({
    policyRefs: z.array(z.object({ name: z.string(), kind: z.string() })),
    matchConditions: z
      .array(z.object({ name: z.string(), expression: z.string() }))
      .nullish(),
    images: z.array(z.string()).nullish(),
    allowedValues: z.array(z.string()).nullish(),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
    properties: z.record(z.string(), z.string()).nullish(),
  }),
});

/** `object.metadata.namespace == 'shop'`: the two fields and the one operator that most conditions are made of. */
const SIMPLE_CONDITION =
  /^\s*object\.metadata\.(?<field>name|namespace)\s*==\s*(?<quote>['"])(?<value>[^'"\\]*)\k<quote>\s*$/;

function meets(condition: string): CoverageTest {
  const groups = SIMPLE_CONDITION.exec(condition)?.groups;
  if (!groups) {
    return unknown;
  }
  const { field, value } = groups;
  return field === 'namespace'
    ? certain(({ namespace }) => namespace === value)
    : // A name has no wildcards in CEL, and `*` is no part of a name.
      object => object.named(value);
}

/**
 * Reads a PolicyException of `policies.kyverno.io`, whose conditions are CEL. Only comparisons of the name and of the
 * namespace are evaluated; with any other condition the weight is an upper bound.
 *
 * @see kyverno/api api/policies.kyverno.io/v1alpha1/policy_exception.go, of which v1beta1 and v1 take over the spec
 * @see kyverno/kyverno pkg/cel/engine/exception.go: one that has expired is not heeded
 */
export const readKyvernoCelException = readingOf(
  exceptionSchema,
  ({ spec }) => {
    const conditions = (spec.matchConditions ?? []).map(
      ({ expression }) => expression,
    );
    const isLimitedByValues =
      Boolean(spec.images?.length) || Boolean(spec.allowedValues?.length);
    return {
      scopes: [
        {
          system: 'kyverno',
          effect: 'excluded',
          policies: spec.policyRefs.map(({ kind, name }) => `${kind}/${name}`),
          covers:
            [
              ...conditions,
              ...(spec.images?.length
                ? [`images ${spec.images.join(', ')}`]
                : []),
              ...(spec.allowedValues?.length
                ? [`values ${spec.allowedValues.join(', ')}`]
                : []),
            ].join(' and ') || 'all that its policies look at',
          reason: spec.properties?.reason,
          expiresAt: spec.expiresAt ? readExpiry(spec.expiresAt) : undefined,
          coverage: allOf([
            ...conditions.map(meets),
            // What the policies look at is not known here, unless the conditions say it.
            ...(conditions.length === 0 || isLimitedByValues ? [unknown] : []),
          ]),
        },
      ],
    };
  },
);
