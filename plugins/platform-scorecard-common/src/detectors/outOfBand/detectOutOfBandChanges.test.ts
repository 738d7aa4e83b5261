import {
  ARGO,
  DELIVERED,
  DELIVERY,
  delivered,
  entry,
  ENV,
  IMAGE,
  LIMITS,
  object,
  REPLICAS,
  RESTART,
  WHOLE,
} from './__fixtures__/labelledCase';
import { detectOutOfBandChanges } from './detectOutOfBandChanges';
import type { OutOfBandContext } from './OutOfBandContext';

const LATER = '2026-11-20T14:07:31Z';
const NOW = '2026-11-22T00:00:00.000Z';

function find(
  subject: unknown,
  more: Partial<OutOfBandContext> = {},
): Extract<ReturnType<typeof detectOutOfBandChanges>, { ok: true }> {
  const findings = detectOutOfBandChanges(subject, {
    deliveryPath: { managers: ARGO, lastDeliveryAt: DELIVERED },
    observedAt: NOW,
    ...more,
  });
  if (!findings.ok) throw new Error(findings.problem);
  return findings;
}

const rules = (findings: ReturnType<typeof find>) => [
  ...findings.changes.map(({ rule }) => rule),
  ...findings.passedOver.map(({ rule }) => rule),
];

describe('detectOutOfBandChanges', () => {
  it('says who changed what, when, and how much it matters', () => {
    const edited = entry('kubectl-edit', 'Update', LATER, ENV);
    expect(find(object('cart', [delivered(), edited]))).toEqual({
      ok: true,
      object: {
        uid: 'uid-cart',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart',
      },
      changes: [
        {
          id: 'uid-cart:kubectl-edit:2026-11-20T14:07:31.000Z',
          object: expect.objectContaining({ name: 'cart' }),
          manager: 'kubectl-edit',
          time: '2026-11-20T14:07:31.000Z',
          observedAt: NOW,
          class: 'out-of-band',
          severity: 'high',
          paths: [
            'spec.template.spec.containers[name=app].env[name=LOG_LEVEL].value',
          ],
          rule: 'kubectl-edit',
          why: 'kubectl edit opens an editor',
          presumed: false,
        },
      ],
      passedOver: [
        {
          manager: 'argocd-controller',
          time: '2026-11-20T10:00:00.000Z',
          rule: 'delivery-path',
          why: 'written by the declared path',
          undecidable: false,
        },
      ],
    });
  });

  it.each([
    ['an image', IMAGE, 'out-of-band', 'high'],
    ['limits', LIMITS, 'out-of-band', 'medium'],
    ['replicas', REPLICAS, 'out-of-band', 'medium'],
    ['a whole spec', WHOLE, 'out-of-band', 'high'],
    ['a restart', RESTART, 'operational', 'low'],
  ])('grades %s', (_, fields, changeClass, severity) => {
    const { changes } = find(
      object('cart', [entry('k9s', 'Update', LATER, fields)]),
    );
    expect(changes).toMatchObject([{ class: changeClass, severity }]);
  });

  it('has no time for what was scaled, and says when it was seen', () => {
    const { changes } = find(
      object('cart', [
        entry('kubectl', 'Update', undefined, REPLICAS, 'scale'),
      ]),
    );
    expect(changes).toMatchObject([
      { id: 'uid-cart:kubectl:scale', time: undefined, observedAt: NOW },
    ]);
  });

  it('makes one change of what one manager did at one time in two places', () => {
    const { changes } = find(
      object('cart', [
        entry('kubectl-patch', 'Update', LATER, RESTART),
        entry('kubectl-patch', 'Update', LATER, LIMITS, 'resize'),
      ]),
    );
    expect(changes).toMatchObject([
      { class: 'out-of-band', severity: 'medium', paths: { length: 2 } },
    ]);
  });

  it('keeps the good entries of an object that has bad ones', () => {
    const { changes, passedOver } = find({
      ...object('cart', []),
      metadata: {
        name: 'cart',
        uid: 'uid-cart',
        managedFields: [
          { manager: 'kubectl-edit', operation: 'Paint' },
          'nonsense',
          { ...entry('curl', 'Update', 'yesterday', IMAGE) },
          { ...entry('k9s', 'Update', LATER, {}), fieldsV1: { 'f:spec': 7 } },
          entry('k9s', 'Update', LATER, IMAGE),
        ],
      },
    });
    expect(changes.map(({ manager }) => manager)).toEqual(['k9s']);
    expect(passedOver.map(one => [one.manager, one.rule])).toEqual([
      ['kubectl-edit', 'unreadable'],
      ['unknown', 'unreadable'],
      ['curl', 'unreadable'],
      ['k9s', 'unreadable'],
    ]);
    expect(passedOver[3].why).toBe(
      'the entry cannot be read: fieldsV1: expected nested maps',
    );
  });

  it.each([
    [undefined, 'an object without a name'],
    ['text', 'an object without a name'],
    [
      { kind: 'Deployment', metadata: { namespace: 'shop', name: 'cart' } },
      'Deployment shop/cart',
    ],
    [{ apiVersion: 'v1', kind: 'Pod', metadata: {} }, 'Pod ?'],
  ])('says that %j cannot be read', (subject, name) => {
    expect(
      detectOutOfBandChanges(subject, {
        deliveryPath: { managers: ARGO },
        observedAt: NOW,
      }),
    ).toMatchObject({ ok: false, object: name });
  });

  it('is not overrun by fields that are nested deeply', () => {
    let fields: Record<string, unknown> = {};
    for (let depth = 0; depth < 5_000; depth += 1) fields = { 'f:a': fields };
    const { changes } = find(
      object('cart', [
        {
          ...entry('k9s', 'Update', LATER, {}),
          fieldsV1: { 'f:spec': fields },
        },
      ] as never),
    );
    expect(changes).toHaveLength(1);
  });

  it('does not look into namespaces of the system, but where it is told to', () => {
    const edited = {
      ...object('coredns', [entry('kubectl-edit', 'Update', LATER, IMAGE)]),
    };
    const system = {
      ...edited,
      metadata: { ...edited.metadata, namespace: 'kube-system' },
    };
    expect(rules(find(system))).toEqual(['namespace-out-of-scope']);
    expect(rules(find(system, { ignoredNamespaces: [] }))).toEqual([
      'kubectl-edit',
    ]);
  });

  it('takes rules of the company before its own', () => {
    const scaled = object('cart', [
      entry('nightshift', 'Update', LATER, REPLICAS),
    ]);
    expect(find(scaled).changes).toMatchObject([
      { rule: 'unknown-manager', presumed: true },
    ]);
    expect(
      rules(
        find(scaled, {
          managerRules: [
            {
              rule: 'nightshift',
              class: 'controller',
              managers: ['nightshift'],
              why: 'scales down at night',
            },
          ],
        }),
      ),
    ).toEqual(['controller']);
  });

  it('counts data and roles where it is told to', () => {
    const role = object(
      'admin',
      [entry('kubectl-edit', 'Update', LATER, { 'f:rules': {} })],
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
    );
    expect(rules(find(role))).toEqual(['no-spec']);
    expect(
      find(role, { countedFields: ['spec', 'rules'] }).changes,
    ).toMatchObject([{ severity: 'high', paths: ['rules'] }]);
  });

  it('takes a name that the pipeline shares with people for the pipeline until a minute after a delivery', () => {
    const applied = (time: string) =>
      object('cart', [
        entry('kubectl-client-side-apply', 'Update', time, DELIVERY),
      ]);
    const deliveryPath = {
      managers: ['kubectl-client-side-apply'],
      lastDeliveryAt: DELIVERED,
    };
    expect(
      rules(find(applied('2026-11-20T10:01:00Z'), { deliveryPath })),
    ).toEqual(['delivery-path']);
    expect(
      find(applied('2026-11-20T10:01:01Z'), { deliveryPath }).changes,
    ).toMatchObject([
      { rule: 'name-of-the-path-after-delivery', presumed: true },
    ]);
    // Without a time of delivery the declaration is all there is.
    expect(
      rules(
        find(applied('2026-11-20T10:01:01Z'), {
          deliveryPath: { managers: deliveryPath.managers },
        }),
      ),
    ).toEqual(['delivery-path']);
  });

  it('believes the audit log more than a name', () => {
    const borrowed = object('cart', [
      delivered(),
      entry('argocd-controller', 'Update', LATER, IMAGE),
    ]);
    expect(find(borrowed).passedOver).toContainEqual(
      expect.objectContaining({ rule: 'name-of-the-path', undecidable: true }),
    );
    const auditedWrites = [
      {
        manager: 'argocd-controller',
        time: '2026-11-20T14:07:30.2Z',
        actor: 'person' as const,
      },
    ];
    expect(find(borrowed, { auditedWrites }).changes).toMatchObject([
      { rule: 'audited-person', presumed: false },
    ]);
  });

  it('leaves out what was declared as an emergency, only where it was', () => {
    const edited = object('cart', [
      entry('kubectl-edit', 'Update', LATER, IMAGE),
    ]);
    const window = {
      from: '2026-11-20T14:00:00Z',
      until: '2026-11-20T15:00:00Z',
    };
    const within = (more: object) =>
      rules(find(edited, { breakGlassWindows: [{ ...window, ...more }] }));
    expect(within({})).toEqual(['break-glass-window']);
    expect(within({ namespaces: ['sh*'] })).toEqual(['break-glass-window']);
    expect(within({ namespaces: ['bank'] })).toEqual(['kubectl-edit']);
    expect(within({ until: '2026-11-20T14:07:00Z' })).toEqual(['kubectl-edit']);
  });

  it('names each class of false positives', () => {
    const passed = (managedFields: Parameters<typeof object>[1]) =>
      find(object('cart', managedFields)).passedOver.map(
        one => [one.rule, one.undecidable] as const,
      );
    expect(
      passed([
        entry('kubectl-edit', 'Update', LATER, { 'f:status': {} }, 'status'),
        entry('kubectl-label', 'Update', LATER, { 'f:metadata': {} }),
        entry('kubectl-edit', 'Update', LATER, { 'f:data': {} }),
        entry('kubectl', 'Apply', undefined, IMAGE),
        entry('before-first-apply', 'Update', LATER, IMAGE),
        entry('ancient-changes', 'Update', LATER, IMAGE),
        entry('kube-controller-manager', 'Update', LATER, REPLICAS),
        entry('HashiCorp', 'Update', LATER, LIMITS),
        entry('kubectl-annotate', 'Update', LATER, ENV),
      ]),
    ).toEqual([
      ['status-only', false],
      ['metadata-only', false],
      ['no-spec', false],
      ['no-change', false],
      ['before-first-apply', true],
      ['ancient-changes', true],
      ['controller', false],
      ['other-delivery-tool', false],
      ['controller', false],
    ]);
    expect(passed(undefined)).toEqual([['no-managed-fields', true]]);
  });
});
