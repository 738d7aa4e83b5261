import { z } from 'zod/v4';
import {
  labelSelectorSchema,
  matchesLabelGlobs,
  matchesSelector,
  type LabelSelector,
  type Labels,
} from '../labelSelector';
import { allOf, anyOf, certain, unknown, type CoverageTest } from './Coverage';
import { selectsKinds } from './kyvernoKind';
import { inNamespaces, inSelectedNamespaces } from './namespaceTests';
import { readingOf } from './readingOf';

const namesSchema = z.array(z.string()).nullish();

const filterSchema = z.object({
  resources: z
    .object({
      kinds: namesSchema,
      name: z.string().nullish(),
      names: namesSchema,
      namespaces: namesSchema,
      annotations: z.record(z.string(), z.string()).nullish(),
      selector: labelSelectorSchema.nullish(),
      namespaceSelector: labelSelectorSchema.nullish(),
    })
    .nullish(),
  roles: namesSchema,
  clusterRoles: namesSchema,
  subjects: z.array(z.unknown()).nullish(),
});

const exceptionSchema = z.object({
  spec: z.object({
    match: z.object({
      any: z.array(filterSchema).nullish(),
      all: z.array(filterSchema).nullish(),
    }),
    conditions: z.unknown().optional(),
    exceptions: z.array(
      z.object({ policyName: z.string(), ruleNames: z.array(z.string()) }),
    ),
  }),
});

type Filter = z.infer<typeof filterSchema>;

function covers({
  resources,
  roles,
  clusterRoles,
  subjects,
}: Filter): CoverageTest {
  const { kinds, namespaces, annotations, selector, namespaceSelector } =
    resources ?? {};
  const names = namesOf(resources);
  const tests: CoverageTest[] = [];
  if (kinds?.length) {
    tests.push(selectsKinds(kinds));
  }
  if (namespaces?.length) {
    tests.push(inNamespaces(namespaces));
  }
  if (names.length > 0) {
    tests.push(anyOf(names.map(name => object => object.named(name))));
  }
  if (annotations) {
    // The annotations of a pod are not read.
    const isAnnotated = certain(object =>
      matchesLabelGlobs(annotations, object.annotations),
    );
    tests.push(object =>
      object.kind === 'Pod' ? 'maybe' : isAnnotated(object),
    );
  }
  if (selector) {
    tests.push(certain(({ labels }) => selectsWithGlobs(selector, labels)));
  }
  if (namespaceSelector) {
    tests.push(
      inSelectedNamespaces(labels =>
        selectsWithGlobs(namespaceSelector, labels),
      ),
    );
  }
  if ([roles, clusterRoles, subjects].some(list => list?.length)) {
    tests.push(unknown);
  }
  // As in Kyverno, an empty filter matches nothing.
  return tests.length > 0 ? allOf(tests) : () => 'no';
}

function namesOf(resources: Filter['resources']): readonly string[] {
  return [
    ...(resources?.name ? [resources.name] : []),
    ...(resources?.names ?? []),
  ];
}

/** `matchLabels` of Kyverno may have wildcards. */
function selectsWithGlobs(selector: LabelSelector, labels: Labels): boolean {
  return (
    matchesLabelGlobs(selector.matchLabels ?? {}, labels) &&
    matchesSelector({ matchExpressions: selector.matchExpressions }, labels)
  );
}

function filterText({ resources }: Filter): string {
  const names = namesOf(resources);
  return [
    resources?.kinds?.length ? resources.kinds.join(', ') : 'objects',
    names.length > 0 && `named ${names.join(', ')}`,
    resources?.namespaces?.length
      ? `in ${resources.namespaces.join(', ')}`
      : 'in all namespaces',
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Reads a PolicyException of `kyverno.io`. The name of a policy is taken as it is; names of rules may have wildcards.
 *
 * @see kyverno/kyverno api/kyverno/v2/policy_exception_types.go, pkg/engine/utils/exceptions.go
 */
export const readKyvernoException = readingOf(exceptionSchema, ({ spec }) => {
  const { any, all } = spec.match;
  const filters = any?.length ? any : all ?? [];
  const combine = any?.length ? anyOf : allOf;
  const hasConditions =
    spec.conditions !== undefined && spec.conditions !== null;
  // As in Kyverno, a policy of which no rule is named is not excepted.
  const policies = spec.exceptions.flatMap(({ policyName, ruleNames }) =>
    ruleNames.map(rule => `${policyName}/${rule}`),
  );
  const exceptsNothing = filters.length === 0 || policies.length === 0;
  const limited = filters.map(({ resources }) => resources?.namespaces ?? []);
  return {
    scopes: [
      {
        system: 'kyverno',
        effect: 'excluded',
        policies,
        covers:
          filters.map(filterText).join(any?.length ? ' or ' : ' and ') ||
          'nothing',
        namespaces: limited.every(({ length }) => length > 0)
          ? limited.flat()
          : undefined,
        coverage: allOf([
          exceptsNothing ? () => 'no' : combine(filters.map(covers)),
          ...(hasConditions ? [unknown] : []),
        ]),
      },
    ],
  };
});
