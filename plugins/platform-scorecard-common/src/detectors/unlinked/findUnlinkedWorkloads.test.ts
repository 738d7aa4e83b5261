import { findUnlinkedWorkloads } from './findUnlinkedWorkloads';
import type { UnlinkedContext } from './UnlinkedWorkload';

const NOW = '2026-11-22T12:00:00Z';
const ID = 'backstage.io/kubernetes-id';

const namespace = (name: string, labels: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

function workload(name: string, more: Record<string, unknown> = {}) {
  const { kind = 'Deployment', spec, status, ...metadata } = more;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      creationTimestamp: '2026-11-01T12:00:00Z',
      ...metadata,
    },
    spec,
    status,
  };
}

function find(
  objects: readonly unknown[],
  more: Partial<UnlinkedContext> = {},
) {
  return findUnlinkedWorkloads(objects, {
    observedAt: NOW,
    namespaces: [namespace('shop'), namespace('bank', { team: 'payments' })],
    links: [{ entityRef: 'component:default/cart', kubernetesId: 'cart' }],
    ...more,
  });
}

const passedBy = (...args: Parameters<typeof find>) => {
  const { unlinked, passedOver } = find(...args);
  return unlinked.length > 0 ? 'unlinked' : passedOver[0]?.rule;
};

describe('findUnlinkedWorkloads', () => {
  it('finds what nobody calls theirs, and says since when', () => {
    expect(find([workload('lonely')])).toEqual({
      unlinked: [
        {
          id: 'uid-lonely:unlinked',
          object: {
            uid: 'uid-lonely',
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            namespace: 'shop',
            name: 'lonely',
          },
          createdAt: '2026-11-01T12:00:00.000Z',
          ageDays: 21,
          rule: 'no-link',
        },
      ],
      passedOver: [],
      unreadable: [],
    });
  });

  it.each(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'])(
    'looks at a %s',
    kind => {
      expect(find([workload('lonely', { kind })]).unlinked).toHaveLength(1);
    },
  );

  it.each([
    ['linked', { labels: { [ID]: 'cart' } }],
    [
      'linked',
      { spec: { template: { metadata: { labels: { [ID]: 'cart' } } } } },
    ],
    [
      'linked',
      {
        kind: 'CronJob',
        spec: {
          jobTemplate: {
            spec: { template: { metadata: { labels: { [ID]: 'cart' } } } },
          },
        },
      },
    ],
    ['unlinked', { labels: { app: 'cart' } }],
    ['system-namespace', { namespace: 'kube-system' }],
    ['namespace-has-owner', { namespace: 'bank' }],
    ['namespace-unknown', { namespace: 'elsewhere' }],
    ['owned-by-controller', { ownerReferences: [{ controller: true }] }],
    ['unlinked', { ownerReferences: [{ controller: false }] }],
    ['add-on', { labels: { 'kubernetes.io/cluster-service': 'true' } }],
    [
      'finished',
      {
        kind: 'Job',
        status: { conditions: [{ type: 'Complete', status: 'True' }] },
      },
    ],
    ['too-young', { creationTimestamp: '2026-11-15T12:00:01Z' }],
    ['unlinked', { creationTimestamp: '2026-11-15T12:00:00Z' }],
    ['age-unknown', { creationTimestamp: null }],
  ])('says %s of %j', (rule, more) => {
    expect(passedBy([workload('it', more)])).toBe(rule);
  });

  it('does not believe an id that no entity has', () => {
    expect(
      find([workload('it', { labels: { [ID]: 'gone' } })]).unlinked,
    ).toMatchObject([{ rule: 'id-without-entity' }]);
  });

  it('finds what an entity selects by labels, in its namespace only', () => {
    const links = [
      {
        entityRef: 'component:default/mail',
        selector: {
          matchExpressions: [
            { key: 'app', operator: 'In' as const, values: ['mail', 'smtp'] },
          ],
        },
      },
    ];
    const mail = workload('mail', { labels: { app: 'smtp' } });
    expect(passedBy([mail], { links })).toBe('linked');
    expect(passedBy([mail], { links: [{ ...links[0], namespace: 'b' }] })).toBe(
      'unlinked',
    );
    // An entity without id and selector finds nothing, and not everything.
    expect(
      passedBy([mail], { links: [{ entityRef: 'component:default/x' }] }),
    ).toBe('unlinked');
  });

  it('names what it cannot read, and reads the rest', () => {
    const { unlinked, unreadable } = find(
      [
        7,
        { kind: 'Pod', metadata: { name: 'p', namespace: 'shop' } },
        workload('bad', { labels: { app: 1 } }),
        workload('good'),
      ],
      { namespaces: [namespace('shop'), { metadata: {} }] },
    );
    expect(unlinked.map(({ object }) => object.name)).toEqual(['good']);
    expect(unreadable.map(({ object }) => object)).toEqual([
      'an object without a name',
      'Pod shop/p',
      'Deployment shop/bad',
      'object ?',
    ]);
  });
});
