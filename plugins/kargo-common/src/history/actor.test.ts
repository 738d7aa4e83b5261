import { actorOf } from './actor';

const PORTAL = 'kubernetes:system:serviceaccount:portal:kargo';

describe('actorOf', () => {
  it.each([
    [undefined, { kind: 'automatic' }],
    ['', { kind: 'automatic' }],
    ['admin', { kind: 'admin' }],
    ['email:anna@example.com', { kind: 'person', name: 'anna@example.com' }],
    ['subject:CgVhbm5h', { kind: 'person', name: 'CgVhbm5h' }],
    ['preferred_username:anna', { kind: 'person', name: 'anna' }],
    [
      'kubernetes:anna@example.com',
      { kind: 'person', name: 'anna@example.com' },
    ],
    ['kubernetes:oidc:anna', { kind: 'person', name: 'oidc:anna' }],
    [
      'kubernetes:system:serviceaccount:ci:deployer',
      { kind: 'service', name: 'system:serviceaccount:ci:deployer' },
    ],
    ['controller:rollback', { kind: 'controller', name: 'rollback' }],
    ['unknown actor', { kind: 'unknown' }],
    ['administrator', { kind: 'unknown', name: 'administrator' }],
    ['email:', { kind: 'unknown', name: 'email:' }],
    [':anna', { kind: 'unknown', name: ':anna' }],
  ])('reads %j', (recorded, actor) => {
    expect(actorOf(recorded)).toEqual(actor);
  });

  const annotations = {
    'kargo.fairway.dev/requested-by': 'user:default/anna',
    'kargo.fairway.dev/agent': 'reviewer',
  };

  it('believes the annotations of the portal where the portal created the object', () => {
    const portalIdentities = [PORTAL];
    expect(actorOf(PORTAL, { annotations, portalIdentities })).toEqual({
      kind: 'person',
      name: 'user:default/anna',
      agent: 'reviewer',
    });
    expect(
      actorOf(PORTAL, {
        annotations: {
          'kargo.fairway.dev/requested-by': 'external:release-train',
          'kargo.fairway.dev/on-behalf-of': 'user:default/anna',
        },
        portalIdentities,
      }),
    ).toEqual({
      kind: 'service',
      name: 'external:release-train',
      onBehalfOf: 'user:default/anna',
    });
    expect(actorOf(PORTAL, { portalIdentities })).toEqual({
      kind: 'service',
      name: 'system:serviceaccount:portal:kargo',
    });
  });

  it.each([
    ['kubernetes:mallory', { kind: 'person', name: 'mallory' }],
    ['admin', { kind: 'admin' }],
    [undefined, { kind: 'automatic' }],
  ])('ignores the same annotations from %j', (recorded, actor) => {
    expect(
      actorOf(recorded, { annotations, portalIdentities: [PORTAL] }),
    ).toEqual(actor);
  });
});
