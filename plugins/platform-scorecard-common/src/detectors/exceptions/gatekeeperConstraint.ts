import { z } from 'zod/v4';
import { matchesAnyGlob } from '../glob';
import { labelSelectorSchema, matchesSelector } from '../labelSelector';
import { allOf, certain, type CoverageTest } from './Coverage';
import type { ExceptionScope } from './ExceptionScope';
import { inNamespaces, inSelectedNamespaces } from './namespaceTests';
import { readingOf } from './readingOf';

const namesSchema = z.array(z.string()).nullish();

const matchSchema = z.object({
  kinds: z
    .array(z.object({ apiGroups: namesSchema, kinds: namesSchema }))
    .nullish(),
  scope: z.string().nullish(),
  namespaces: namesSchema,
  excludedNamespaces: namesSchema,
  labelSelector: labelSelectorSchema.nullish(),
  namespaceSelector: labelSelectorSchema.nullish(),
  name: z.string().nullish(),
});

const constraintSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      match: matchSchema.nullish(),
      enforcementAction: z.string().nullish(),
      scopedEnforcementActions: z
        .array(
          z.object({
            action: z.string(),
            enforcementPoints: z
              .array(z.object({ name: z.string() }))
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

type Match = z.infer<typeof matchSchema>;
type Spec = z.infer<typeof constraintSchema>['spec'];

/** Where admission is decided: at the webhook, or by the policy that Gatekeeper generates. */
const ADMISSION_POINTS: ReadonlySet<string> = new Set([
  '*',
  'validation.gatekeeper.sh',
  'vap.k8s.io',
]);

/** Absent means deny. With `scoped`, only what is said for admission counts. */
function isEnforced(spec: Spec): boolean {
  const action = spec?.enforcementAction || 'deny';
  return action === 'scoped'
    ? (spec?.scopedEnforcementActions ?? []).some(
        scoped =>
          scoped.action === 'deny' &&
          scoped.enforcementPoints?.some(({ name }) =>
            ADMISSION_POINTS.has(name),
          ),
      )
    : action === 'deny';
}

/** What a constraint looks at, before exclusions. */
function matches(match: Match): CoverageTest {
  const { kinds, scope, namespaces, labelSelector, namespaceSelector, name } =
    match;
  const tests: CoverageTest[] = [];
  if (scope === 'Cluster') {
    // Workloads are in namespaces.
    tests.push(() => 'no');
  }
  if (kinds?.length) {
    tests.push(
      certain(object =>
        kinds.some(
          entry =>
            lists(entry.kinds, object.kind) &&
            lists(entry.apiGroups, object.group),
        ),
      ),
    );
  }
  if (namespaces?.length) {
    tests.push(inNamespaces(namespaces));
  }
  if (labelSelector) {
    tests.push(certain(({ labels }) => matchesSelector(labelSelector, labels)));
  }
  if (namespaceSelector) {
    tests.push(
      inSelectedNamespaces(labels =>
        matchesSelector(namespaceSelector, labels),
      ),
    );
  }
  if (name) {
    tests.push(object => object.named(name));
  }
  return allOf(tests);
}

function lists(
  names: readonly string[] | null | undefined,
  name: string,
): boolean {
  return !names?.length || names.includes('*') || names.includes(name);
}

function kindsText({ kinds }: Match): string {
  const names = new Set((kinds ?? []).flatMap(entry => entry.kinds ?? []));
  return names.size === 0 || names.has('*')
    ? 'everything'
    : Array.from(names).join(', ');
}

/**
 * Reads a constraint of Gatekeeper: namespaces that it excludes, and whether it only warns.
 *
 * @see open-policy-agent/gatekeeper pkg/mutation/match/match_types.go, pkg/util/enforcement_action.go
 */
export const readGatekeeperConstraint = readingOf(
  constraintSchema,
  ({ kind, metadata, spec }) => {
    const match = spec?.match ?? {};
    const policies = [`${kind}/${metadata.name}`];
    const scopes: ExceptionScope[] = (match.excludedNamespaces ?? []).map(
      pattern => ({
        system: 'gatekeeper',
        effect: 'excluded',
        part: pattern,
        policies,
        covers: `${kindsText(match)} in ${pattern}`,
        namespaces: [pattern],
        coverage: allOf([inNamespaces([pattern]), matches(match)]),
      }),
    );
    if (!isEnforced(spec)) {
      scopes.push({
        system: 'gatekeeper',
        effect: 'not-enforced',
        part: 'not-enforced',
        policies,
        covers: `${kindsText(match)} in ${
          match.namespaces?.join(', ') || 'all namespaces'
        }`,
        namespaces: match.namespaces?.length ? match.namespaces : undefined,
        coverage: allOf([
          certain(
            ({ namespace }) =>
              !matchesAnyGlob(match.excludedNamespaces ?? [], namespace),
          ),
          matches(match),
        ]),
      });
    }
    return scopes.length > 0
      ? { scopes }
      : { rule: 'enforced', why: 'it is enforced, and excludes no namespace' };
  },
);
