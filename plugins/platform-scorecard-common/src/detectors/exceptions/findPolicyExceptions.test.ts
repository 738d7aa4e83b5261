import { findPolicyExceptions } from './findPolicyExceptions';
import type { PolicyExceptionContext } from './PolicyException';

const NOW = '2026-11-22T12:00:00Z';

const namespace = (name: string, labels: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, uid: `uid-${name}`, labels },
});

function workload(kind: string, namespaceName: string, name: string) {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: {
      name,
      namespace: namespaceName,
      labels: { app: name },
      annotations: { tier: `${name}-tier` },
    },
    spec: { template: { metadata: { labels: { app: name, pod: 'yes' } } } },
  };
}

// Three workloads of teams, and one of the system.
const context: PolicyExceptionContext = {
  observedAt: NOW,
  workloads: [
    workload('Deployment', 'shop', 'cart'),
    workload('StatefulSet', 'shop', 'mail'),
    workload('Deployment', 'bank', 'ledger'),
    workload('Deployment', 'kube-system', 'coredns'),
  ],
  namespaces: [
    namespace('shop', { zone: 'a' }),
    namespace('bank', { zone: 'b' }),
    namespace('kube-system', { zone: 'a' }),
  ],
};

const find = (
  objects: readonly unknown[],
  more: Partial<PolicyExceptionContext> = {},
) => findPolicyExceptions(objects, { ...context, ...more });

const object = (
  apiVersion: string,
  kind: string,
  spec: unknown,
  metadata: object = {},
) => ({
  apiVersion,
  kind,
  metadata: { name: 'it', uid: 'uid-it', ...metadata },
  spec,
});

const weights = (...args: Parameters<typeof find>) =>
  find(...args).exceptions.map(({ weight }) => weight);
const exactly = (workloads: number) => ({ workloads, exact: true });
const atMost = (workloads: number) => ({ workloads, exact: false });

describe('an exception of Kyverno', () => {
  const kyverno = (match: object, more: object = {}, metadata?: object) =>
    object(
      'kyverno.io/v2',
      'PolicyException',
      {
        match,
        exceptions: [
          { policyName: 'disallow-latest', ruleNames: ['require-tag', 'a-*'] },
        ],
        ...more,
      },
      { namespace: 'policies', ...metadata },
    );
  const resources = (filter: object) => ({ any: [{ resources: filter }] });

  it('says what it lets past, why and until when', () => {
    expect(
      find([
        kyverno(
          resources({
            kinds: ['Deployment'],
            names: ['ca*'],
            namespaces: ['shop'],
          }),
          {},
          {
            creationTimestamp: '2026-10-01T08:00:00Z',
            annotations: {
              'platform-scorecard/reason': 'PLAT-17',
              'platform-scorecard/expires-at': '2026-11-01T00:00:00Z',
            },
          },
        ),
      ]).exceptions,
    ).toEqual([
      {
        id: 'uid-it:exception',
        system: 'kyverno',
        kind: 'PolicyException',
        name: 'it',
        namespace: 'policies',
        effect: 'excluded',
        policies: ['disallow-latest/require-tag', 'disallow-latest/a-*'],
        covers: 'Deployment named ca* in shop',
        reason: 'PLAT-17',
        createdAt: '2026-10-01T08:00:00.000Z',
        expiresAt: '2026-11-01T00:00:00.000Z',
        // Kyverno does not read the annotation.
        state: 'overdue',
        weight: exactly(1),
      },
    ]);
  });

  it.each([
    // Pods of all three workloads.
    [resources({ kinds: ['Pod'] }), exactly(3)],
    [resources({ kinds: ['v1/Pod'] }), exactly(3)],
    [resources({ kinds: ['apps/v1/StatefulSet'] }), exactly(1)],
    [resources({ kinds: ['batch/v1/Deployment'] }), exactly(0)],
    [resources({ kinds: ['Pod/exec'] }), exactly(0)],
    [resources({ kinds: ['*'] }), exactly(3)],
    [resources({ namespaces: ['b?nk'] }), exactly(1)],
    [resources({ names: ['gone-*'] }), exactly(0)],
    [resources({ kinds: ['Pod'], names: ['cart-*'] }), exactly(1)],
    // The end of the name of a pod is not known.
    [resources({ kinds: ['Pod'], names: ['cart-7d9f'] }), atMost(1)],
    [resources({ selector: { matchLabels: { 'a*': '?art' } } }), exactly(1)],
    [
      resources({ kinds: ['Pod'], selector: { matchLabels: { pod: 'yes' } } }),
      exactly(3),
    ],
    [
      resources({ namespaceSelector: { matchLabels: { zone: 'b' } } }),
      exactly(1),
    ],
    [
      resources({ kinds: ['Deployment'], annotations: { tier: 'cart-*' } }),
      exactly(1),
    ],
    [
      {
        all: [
          { resources: { kinds: ['Deployment'] } },
          { resources: { namespaces: ['shop'] } },
        ],
      },
      exactly(1),
    ],
    [
      {
        any: [
          { resources: { kinds: ['StatefulSet'] } },
          { resources: { namespaces: ['bank'] } },
        ],
      },
      exactly(2),
    ],
    // Whom it lets past is not known from workloads.
    [{ any: [{ subjects: [{ kind: 'User', name: 'anna' }] }] }, atMost(3)],
    // An empty filter matches nothing.
    [{ any: [{ resources: {} }] }, exactly(0)],
    [{}, exactly(0)],
  ])('%j weighs %j', (match, weight) => {
    expect(weights([kyverno(match)])).toEqual([weight]);
  });

  it('is weighed at most where it has conditions', () => {
    expect(
      weights([
        kyverno(resources({ namespaces: ['shop'] }), {
          conditions: { any: [{ key: '{{ request.object.x }}' }] },
        }),
      ]),
    ).toEqual([atMost(2)]);
  });

  it('weighs nothing where it names no rule', () => {
    expect(
      find([
        kyverno(resources({ kinds: ['Pod'] }), {
          exceptions: [{ policyName: 'disallow-latest', ruleNames: [] }],
        }),
      ]).exceptions,
    ).toMatchObject([{ policies: [], weight: exactly(0) }]);
  });

  it('does not know labels of a namespace that it could not read', () => {
    expect(
      weights(
        [
          kyverno(
            resources({ namespaceSelector: { matchLabels: { z: 'q' } } }),
          ),
        ],
        { namespaces: [] },
      ),
    ).toEqual([atMost(3)]);
  });

  it('is passed over where it covers the system only', () => {
    const { exceptions, passedOver } = find([
      kyverno(resources({ namespaces: ['kube-*'] })),
      kyverno(resources({ kinds: ['Deployment'], names: ['coredns'] })),
    ]);
    expect(exceptions).toEqual([]);
    expect(passedOver.map(({ rule }) => rule)).toEqual([
      'system-components',
      'system-components',
    ]);
  });
});

describe('an exception of Kyverno for policies in CEL', () => {
  const cel = (spec: object) =>
    object('policies.kyverno.io/v1', 'PolicyException', {
      policyRefs: [{ name: 'no-latest', kind: 'ValidatingPolicy' }],
      ...spec,
    });
  const condition = (expression: string) => ({
    matchConditions: [{ name: 'one', expression }],
  });

  it('has a reason and an expiry of its own, which Kyverno heeds', () => {
    const spec = {
      ...condition("object.metadata.namespace == 'shop'"),
      properties: { reason: 'migration', ticket: 'PLAT-9' },
    };
    expect(
      find([
        cel({ ...spec, expiresAt: '2026-12-01T00:00:00Z' }),
        cel({ ...spec, expiresAt: '2026-11-01T00:00:00Z' }),
      ]).exceptions,
    ).toMatchObject([
      {
        policies: ['ValidatingPolicy/no-latest'],
        covers: "object.metadata.namespace == 'shop'",
        reason: 'migration',
        expiresAt: '2026-12-01T00:00:00.000Z',
        state: 'in-force',
        weight: exactly(2),
      },
      { state: 'expired', weight: exactly(0) },
    ]);
  });

  it.each([
    [condition('object.metadata.name == "cart"'), exactly(1)],
    [condition("object.metadata.namespace == 'nowhere'"), exactly(0)],
    [condition("object.metadata.name.startsWith('c')"), atMost(3)],
    [
      {
        matchConditions: [
          { name: 'a', expression: "object.metadata.namespace == 'bank'" },
          { name: 'b', expression: 'has(object.spec.x)' },
        ],
      },
      atMost(1),
    ],
    // What the policies look at is not known.
    [{}, atMost(3)],
    [{ images: ['ghcr.io/acme/*'] }, atMost(3)],
  ])('%j weighs %j', (spec, weight) => {
    expect(weights([cel(spec)])).toEqual([weight]);
  });
});

describe('Gatekeeper', () => {
  const config = (match: readonly object[]) =>
    object('config.gatekeeper.sh/v1alpha1', 'Config', { match });
  const constraint = (spec: object) =>
    object('constraints.gatekeeper.sh/v1beta1', 'K8sAllowedRepos', spec);

  it('excludes namespaces from all constraints, by patterns', () => {
    expect(
      find([
        config([
          { processes: ['*'], excludedNamespaces: ['kube-*', 'sh*'] },
          { processes: ['audit'], excludedNamespaces: ['sh*', 'dev-*'] },
          { processes: ['sync'], excludedNamespaces: ['bank'] },
        ]),
      ]),
    ).toMatchObject({
      exceptions: [
        {
          id: 'uid-it:exception:sh*',
          policies: ['*'],
          covers: 'everything in sh*',
          weight: exactly(2),
        },
        { covers: 'everything in dev-*', weight: exactly(0) },
      ],
      passedOver: [{ rule: 'system-components' }],
    });
  });

  it.each([
    ['not-checking', [{ processes: ['sync'], excludedNamespaces: ['shop'] }]],
    ['no-exclusion', []],
  ])('has no exception: %s', (rule, match) => {
    expect(find([config(match)])).toMatchObject({
      exceptions: [],
      passedOver: [{ rule }],
    });
  });

  it('excludes namespaces from one constraint', () => {
    expect(
      find([
        constraint({
          match: {
            kinds: [{ apiGroups: ['apps'], kinds: ['Deployment'] }],
            excludedNamespaces: ['shop', 'kube-system'],
          },
        }),
      ]).exceptions,
    ).toMatchObject([
      {
        effect: 'excluded',
        policies: ['K8sAllowedRepos/it'],
        covers: 'Deployment in shop',
        weight: exactly(1),
      },
    ]);
  });

  it.each([
    [{ enforcementAction: 'dryrun' }, [3]],
    [{ enforcementAction: 'warn', match: { namespaces: ['ba*'] } }, [1]],
    [
      {
        enforcementAction: 'warn',
        match: { labelSelector: { matchLabels: { app: 'mail' } } },
      },
      [1],
    ],
    [{ enforcementAction: 'warn', match: { scope: 'Cluster' } }, [0]],
    [
      {
        enforcementAction: 'scoped',
        scopedEnforcementActions: [
          {
            action: 'deny',
            enforcementPoints: [{ name: 'gator.gatekeeper.sh' }],
          },
          {
            action: 'warn',
            enforcementPoints: [{ name: 'validation.gatekeeper.sh' }],
          },
        ],
      },
      [3],
    ],
    [
      {
        enforcementAction: 'scoped',
        scopedEnforcementActions: [
          { action: 'deny', enforcementPoints: [{ name: '*' }] },
        ],
      },
      [],
    ],
    [{ enforcementAction: 'deny' }, []],
    [{}, []],
  ])('%j lets past %j', (spec, counts) => {
    const { exceptions } = find([constraint(spec)]);
    expect(exceptions.map(({ weight }) => weight)).toEqual(counts.map(exactly));
    expect(exceptions.every(({ effect }) => effect === 'not-enforced')).toBe(
      true,
    );
  });
});

describe('labels of a namespace', () => {
  it('let everything in it past', () => {
    expect(
      find([
        namespace('shop', {
          'admission.gatekeeper.sh/ignore': '',
          'pod-security.kubernetes.io/enforce': 'privileged',
        }),
        namespace('bank', { 'pod-security.kubernetes.io/enforce': 'baseline' }),
        namespace('kube-system', {
          'pod-security.kubernetes.io/enforce': 'privileged',
        }),
      ]),
    ).toMatchObject({
      exceptions: [
        {
          id: 'uid-shop:exception:admission.gatekeeper.sh/ignore',
          system: 'gatekeeper',
          weight: exactly(2),
        },
        { system: 'pod-security', weight: exactly(2) },
      ],
      passedOver: [
        { object: 'Namespace bank', rule: 'no-exclusion' },
        { object: 'Namespace kube-system', rule: 'system-components' },
      ],
    });
  });
});

describe('a ValidatingAdmissionPolicyBinding', () => {
  const binding = (spec: object) =>
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingAdmissionPolicyBinding',
      { policyName: 'team-label', ...spec },
    );
  const rule = (resources: readonly string[], more: object = {}) => ({
    apiGroups: ['apps'],
    resources,
    ...more,
  });

  it('binds where it denies', () => {
    expect(
      find([binding({ validationActions: ['Deny', 'Audit'] })]),
    ).toMatchObject({ exceptions: [], passedOver: [{ rule: 'enforced' }] });
  });

  it.each([
    [{}, atMost(3)],
    [{ resourceRules: [rule(['deployments'])] }, exactly(2)],
    [{ resourceRules: [rule(['*'])] }, exactly(3)],
    [{ resourceRules: [rule(['pods'])] }, exactly(0)],
    [
      { resourceRules: [rule(['deployments'], { resourceNames: ['cart'] })] },
      atMost(2),
    ],
    [
      {
        resourceRules: [rule(['*'])],
        excludeResourceRules: [rule(['deployments'])],
      },
      exactly(1),
    ],
    [
      {
        resourceRules: [rule(['*'])],
        namespaceSelector: {
          matchExpressions: [
            {
              key: 'kubernetes.io/metadata.name',
              operator: 'NotIn',
              values: ['shop'],
            },
          ],
        },
      },
      exactly(1),
    ],
    [
      {
        resourceRules: [rule(['*'])],
        objectSelector: { matchLabels: { app: 'mail' } },
      },
      exactly(1),
    ],
  ])('that only warns about %j weighs %j', (matchResources, weight) => {
    expect(
      find([binding({ validationActions: ['Warn', 'Audit'], matchResources })])
        .exceptions,
    ).toMatchObject([
      {
        system: 'validating-admission-policy',
        effect: 'not-enforced',
        policies: ['team-label'],
        weight,
      },
    ]);
  });
});

describe('what cannot be read', () => {
  it('is named, and hides nothing else', () => {
    const { exceptions, passedOver, unreadable } = find(
      [
        null,
        object('kyverno.io/v2', 'PolicyException', { exceptions: 'all' }),
        object('policies.kyverno.io/v1', 'PolicyException', {}),
        object('constraints.gatekeeper.sh/v1beta1', 'K8sX', {
          match: { kinds: 'all' },
        }),
        object('v1', 'ConfigMap', {}),
        namespace('shop', { 'admission.gatekeeper.sh/ignore': 'x' }),
      ],
      { workloads: [...context.workloads, 'nonsense'] },
    );
    expect(exceptions).toHaveLength(1);
    expect(passedOver).toMatchObject([{ rule: 'other-kind' }]);
    expect(unreadable.map(one => one.object)).toEqual([
      'an object without a name',
      'PolicyException it',
      'PolicyException it',
      'K8sX it',
      'an object without a name',
    ]);
  });

  it('is told from an expiry that is no time', () => {
    expect(
      find([
        {
          ...namespace('shop', { 'admission.gatekeeper.sh/ignore': 'x' }),
          metadata: {
            name: 'shop',
            labels: { 'admission.gatekeeper.sh/ignore': 'x' },
            annotations: { 'platform-scorecard/expires-at': 'some day' },
          },
        },
      ]).exceptions,
    ).toMatchObject([{ expiresAt: undefined, state: 'in-force' }]);
  });
});
