import { z } from 'zod/v4';
import { certain } from './Coverage';
import type { ExceptionScope } from './ExceptionScope';
import { readingOf } from './readingOf';

const namespaceSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
});

/** Labels with which a namespace gets out of policies. */
const LABELS: ReadonlyArray<
  Pick<ExceptionScope, 'system' | 'policies'> & {
    readonly label: string;
    readonly lets: (value: string) => boolean;
  }
> = [
  {
    // The webhook of Gatekeeper asks whether the label is there, and not for its value.
    label: 'admission.gatekeeper.sh/ignore',
    lets: () => true,
    system: 'gatekeeper',
    policies: ['*'],
  },
  {
    label: 'pod-security.kubernetes.io/enforce',
    lets: value => value === 'privileged',
    system: 'pod-security',
    policies: ['pod-security.kubernetes.io/enforce'],
  },
];

/**
 * Reads the labels with which a namespace gets out of policies.
 *
 * @see open-policy-agent/gatekeeper pkg/webhook/namespacelabel.go
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export const readNamespaceExceptions = readingOf(
  namespaceSchema,
  ({ metadata }) => {
    const { name, labels } = metadata;
    const scopes = LABELS.filter(
      ({ label, lets }) =>
        Object.hasOwn(labels ?? {}, label) && lets(labels?.[label] ?? ''),
    ).map(
      ({ label, system, policies }): ExceptionScope => ({
        system,
        policies,
        effect: 'excluded',
        part: label,
        covers: `everything in ${name}`,
        namespaces: [name],
        coverage: certain(({ namespace }) => namespace === name),
      }),
    );
    return scopes.length > 0
      ? { scopes }
      : { rule: 'no-exclusion', why: 'it is under all policies' };
  },
);
