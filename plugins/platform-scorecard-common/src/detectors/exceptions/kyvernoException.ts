import { z } from 'zod/v4';
import { matchesAnyGlob } from '../glob';
import {
  labelSelectorSchema,
  matchesLabelGlobs,
  matchesSelector,
  type LabelSelector,
  type Labels,
} from '../labelSelector';
import type { AdmittedObject } from './AdmittedObject';
import { allOf, anyOf, certain, type Coverage } from './Coverage';
import { selectsKind } from './kyvernoKind';
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
      z.object({ policyName: z.string(), ruleNames: namesSchema }),
    ),
  }),
});

type Filter = z.infer<typeof filterSchema>;

function covers(filter: Filter, object: AdmittedObject): Coverage {
  const { resources, roles, clusterRoles, subjects } = filter;
  const names = [
    ...(resources?.name ? [resources.name] : []),
    ...(resources?.names ?? []),
  ];
  const hasUsers = [roles, clusterRoles, subjects].some(list => list?.length);
  const hasResources = Object.values(resources ?? {}).some(
    value => value !== null && value !== undefined,
  );
  if (!hasResources && !hasUsers) {
    // As in Kyverno, an empty filter matches nothing.
    return 'no';
  }
  return allOf([
    certain(
      !resources?.kinds?.length ||
        resources.kinds.some(kind => selectsKind(kind, object)),
    ),
    names.length === 0
      ? 'yes'
      : anyOf(names.map(pattern => object.named(pattern))),
    certain(
      !resources?.namespaces?.length ||
        matchesAnyGlob(resources.namespaces, object.namespace),
    ),
    object.kind === 'Pod' && resources?.annotations
      ? 'maybe'
      : certain(
          matchesLabelGlobs(resources?.annotations ?? {}, object.annotations),
        ),
    certain(selectsWithGlobs(resources?.selector, object.labels)),
    resources?.namespaceSelector && !object.namespaceLabels
      ? 'maybe'
      : certain(
          selectsWithGlobs(
            resources?.namespaceSelector,
            object.namespaceLabels ?? {},
          ),
        ),
    hasUsers ? 'maybe' : 'yes',
  ]);
}

/** `matchLabels` of Kyverno may have wildcards. */
function selectsWithGlobs(
  selector: LabelSelector | null | undefined,
  labels: Labels,
): boolean {
  return (
    matchesLabelGlobs(selector?.matchLabels ?? {}, labels) &&
    matchesSelector({ matchExpressions: selector?.matchExpressions }, labels)
  );
}

function filterText({ resources }: Filter): string {
  const names = [
    ...(resources?.name ? [resources.name] : []),
    ...(resources?.names ?? []),
  ];
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
  const limited = filters.map(({ resources }) => resources?.namespaces ?? []);
  return {
    scopes: [
      {
        system: 'kyverno',
        effect: 'excluded',
        policies: spec.exceptions.flatMap(({ policyName, ruleNames }) =>
          (ruleNames?.length ? ruleNames : ['*']).map(
            rule => `${policyName}/${rule}`,
          ),
        ),
        covers:
          filters.map(filterText).join(any?.length ? ' or ' : ' and ') ||
          'nothing',
        namespaces: limited.every(({ length }) => length > 0)
          ? limited.flat()
          : undefined,
        coverage: admitted =>
          filters.length === 0
            ? 'no'
            : allOf([
                combine(filters.map(filter => covers(filter, admitted))),
                hasConditions ? 'maybe' : 'yes',
              ]),
      },
    ],
  };
});
