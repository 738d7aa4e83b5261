import { z } from 'zod/v4';
import { labelSelectorSchema, matchesSelector } from '../labelSelector';
import {
  allOf,
  certain,
  unknown,
  type Coverage,
  type CoverageTest,
} from './Coverage';
import { inSelectedNamespaces } from './namespaceTests';
import { readingOf } from './readingOf';

const resourceRulesSchema = z
  .array(
    z.object({
      apiGroups: z.array(z.string()).nullish(),
      resources: z.array(z.string()).nullish(),
      resourceNames: z.array(z.string()).nullish(),
    }),
  )
  .nullish();

const matchSchema = z.object({
  namespaceSelector: labelSelectorSchema.nullish(),
  objectSelector: labelSelectorSchema.nullish(),
  resourceRules: resourceRulesSchema,
  excludeResourceRules: resourceRulesSchema,
});

const bindingSchema = z.object({
  spec: z.object({
    policyName: z.string(),
    validationActions: z.array(z.string()).nullish(),
    matchResources: matchSchema.nullish(),
  }),
});

type Match = z.infer<typeof matchSchema>;
type ResourceRules = z.infer<typeof resourceRulesSchema>;

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['Pod', 'pods'],
  ['Deployment', 'deployments'],
  ['StatefulSet', 'statefulsets'],
  ['DaemonSet', 'daemonsets'],
  ['Job', 'jobs'],
  ['CronJob', 'cronjobs'],
]);

const INVERTED: Readonly<Record<Coverage, Coverage>> = {
  yes: 'no',
  maybe: 'maybe',
  no: 'yes',
};

function ruled(rules: NonNullable<ResourceRules>): CoverageTest {
  return ({ kind, group }) => {
    const plural = PLURALS.get(kind) ?? '';
    const fitting = rules.filter(
      ({ apiGroups, resources }) =>
        ['*', group].some(name => apiGroups?.includes(name)) &&
        ['*', '*/*', plural, `${plural}/*`].some(name =>
          resources?.includes(name),
        ),
    );
    if (fitting.length === 0) {
      return 'no';
    }
    return fitting.some(({ resourceNames }) => !resourceNames?.length)
      ? 'yes'
      : 'maybe';
  };
}

function matches(match: Match): CoverageTest {
  const { namespaceSelector, objectSelector } = match;
  const tests = [
    match.resourceRules?.length ? ruled(match.resourceRules) : unknown,
  ];
  if (match.excludeResourceRules?.length) {
    const excluded = ruled(match.excludeResourceRules);
    tests.push(object => INVERTED[excluded(object)]);
  }
  if (objectSelector) {
    tests.push(
      certain(({ labels }) => matchesSelector(objectSelector, labels)),
    );
  }
  if (namespaceSelector) {
    tests.push(
      inSelectedNamespaces(labels =>
        matchesSelector(namespaceSelector, labels),
      ),
    );
  }
  return allOf(tests);
}

/**
 * Reads a ValidatingAdmissionPolicyBinding: whether it denies, or only warns and audits. What its policy looks at is in
 * another object, so that without resource rules of its own the weight is an upper bound.
 *
 * @see kubernetes/kubernetes staging/src/k8s.io/api/admissionregistration/v1/types.go
 */
export const readAdmissionPolicyBinding = readingOf(
  bindingSchema,
  ({ spec }) => {
    const { policyName, validationActions, matchResources } = spec;
    if (validationActions?.includes('Deny')) {
      return { rule: 'enforced', why: 'it denies' };
    }
    const match = matchResources ?? {};
    const resources = match.resourceRules?.flatMap(
      rule => rule.resources ?? [],
    );
    return {
      scopes: [
        {
          system: 'validating-admission-policy',
          effect: 'not-enforced',
          policies: [policyName],
          covers: `${
            resources?.join(', ') || 'all that the policy looks at'
          }, only ${validationActions?.join(' and ') || 'ignored'}`,
          coverage: matches(match),
        },
      ],
    };
  },
);
