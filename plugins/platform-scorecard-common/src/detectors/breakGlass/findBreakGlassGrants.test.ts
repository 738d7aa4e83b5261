import { findBreakGlassGrants } from './findBreakGlassGrants';
import type { BreakGlassContext } from './BreakGlassGrant';

const NOW = '2026-11-22T12:00:00Z';
const ADMIN = { kind: 'ClusterRole', name: 'admin' };
const anna = { kind: 'User', name: 'anna@example.com' };

function binding(
  more: {
    readonly kind?: string;
    readonly roleRef?: object;
    readonly subjects?: readonly object[];
    readonly metadata?: object;
  } = {},
) {
  const { kind = 'RoleBinding', metadata, ...rest } = more;
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: {
      name: 'fix',
      namespace: kind === 'RoleBinding' ? 'shop' : undefined,
      uid: 'uid-fix',
      creationTimestamp: '2026-11-21T08:00:00Z',
      ...metadata,
    },
    roleRef: ADMIN,
    subjects: [anna],
    ...rest,
  };
}

const find = (
  objects: readonly unknown[],
  more: Partial<BreakGlassContext> = {},
) => findBreakGlassGrants(objects, { observedAt: NOW, ...more });

describe('findBreakGlassGrants', () => {
  it('finds a powerful role that was given to a person by name', () => {
    expect(find([binding()])).toEqual({
      grants: [
        {
          id: 'uid-fix:grant',
          binding: {
            uid: 'uid-fix',
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            namespace: 'shop',
            name: 'fix',
          },
          role: 'ClusterRole/admin',
          scope: 'namespace',
          users: ['anna@example.com'],
          createdAt: '2026-11-21T08:00:00.000Z',
          expiresAt: undefined,
          state: 'without-expiry',
        },
      ],
      passedOver: [],
      unreadable: [],
    });
  });

  it.each([
    ['2026-11-22T12:00:01Z', 'active'],
    ['2026-11-22T12:00:00Z', 'expired'],
    ['2026-11-22', 'active'],
    ['when it is over', 'unknown-expiry'],
  ])('that runs until %s is %s', (until, state) => {
    const annotations = { 'platform-scorecard/expires-at': until };
    expect(find([binding({ metadata: { annotations } })]).grants).toMatchObject(
      [{ state }],
    );
  });

  it('reaches the whole cluster through a ClusterRoleBinding', () => {
    expect(
      find([
        binding({
          kind: 'ClusterRoleBinding',
          roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
        }),
      ]).grants,
    ).toMatchObject([{ scope: 'cluster', role: 'ClusterRole/cluster-admin' }]);
  });

  it.each([
    ['role-without-power', { roleRef: { kind: 'ClusterRole', name: 'view' } }],
    // A Role of that name may hold anything; who knows that it is powerful says so.
    ['role-without-power', { roleRef: { kind: 'Role', name: 'admin' } }],
    [
      'bootstrap',
      {
        metadata: {
          labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
        },
      },
    ],
    ['no-subjects', { subjects: [] }],
    ['standing-group', { subjects: [{ kind: 'Group', name: 'sre' }] }],
    ['automation', { subjects: [{ kind: 'ServiceAccount', name: 'ci' }] }],
    [
      'automation',
      {
        subjects: [{ kind: 'User', name: 'system:serviceaccount:ci:deployer' }],
      },
    ],
    ['automation', { subjects: [{ kind: 'User', name: 'robot-ci' }] }],
  ])('passes over: %s', (rule, more) => {
    const { grants, passedOver } = find([binding(more)], {
      automationUsers: ['robot-*'],
    });
    expect(grants).toEqual([]);
    expect(passedOver).toMatchObject([{ rule }]);
  });

  it('names the person beside a group, and nobody else', () => {
    expect(
      find([binding({ subjects: [{ kind: 'Group', name: 'sre' }, anna] })])
        .grants,
    ).toMatchObject([{ users: ['anna@example.com'] }]);
  });

  it('takes roles of the company', () => {
    const roleRef = { kind: 'Role', name: 'shop-admin' };
    expect(
      find([binding({ roleRef })], { powerfulRoles: ['Role/*-admin'] }).grants,
    ).toHaveLength(1);
  });

  it('names what it cannot read, and reads the rest', () => {
    const { grants, unreadable } = find([
      undefined,
      { ...binding(), roleRef: 'admin' },
      { ...binding(), apiVersion: 'v1' },
      binding(),
    ]);
    expect(grants).toHaveLength(1);
    expect(unreadable.map(({ object }) => object)).toEqual([
      'an object without a name',
      'RoleBinding shop/fix',
      'RoleBinding shop/fix',
    ]);
  });
});
