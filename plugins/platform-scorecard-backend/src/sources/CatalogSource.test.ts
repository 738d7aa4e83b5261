import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogSource } from './CatalogSource';

function component(
  name: string,
  more: {
    annotations?: Record<string, string>;
    spec?: Record<string, string>;
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, uid: `uid-${name}`, annotations: more.annotations },
    spec: { type: 'service', lifecycle: 'production', ...more.spec },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
  };
}

function createSource(entities: Entity[]) {
  return CatalogSource.create({
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    componentTypes: ['service', 'website'],
    now: () => Date.parse('2026-03-02T10:00:00Z'),
  });
}

describe('CatalogSource', () => {
  it('counts components of the types that are in use', async () => {
    const source = createSource([
      component('orders'),
      component('shop', { spec: { type: 'website' } }),
      component('tool', { spec: { type: 'library' } }),
      component('old', { spec: { lifecycle: 'deprecated' } }),
      component('lost', { annotations: { 'backstage.io/orphan': 'true' } }),
    ]);
    const { facts } = await source.poll(undefined);
    expect(facts).toMatchObject([
      { subject: 'component:default/orders', team: 'group:default/shop' },
      { subject: 'component:default/shop' },
    ]);
  });

  it.each([
    [
      { 'backstage.io/source-template': 'template:platform/standard' },
      'template:platform/standard',
    ],
    [{ 'golden-path/name': 'standard' }, 'template:default/standard'],
    [{ 'golden-path/name': 'my own path' }, undefined],
    [{ 'golden-path/name': 'a:b:c/d/e' }, undefined],
    [{}, undefined],
  ])('reads the path from %j', async (annotations, path) => {
    const source = createSource([component('orders', { annotations })]);
    const { facts } = await source.poll(undefined);
    expect(facts).toHaveLength(1);
    expect(facts[0].data).toEqual({ path, observedSince: 'install' });
  });

  it('reads more than one page', async () => {
    const source = createSource(
      Array.from({ length: 1_201 }, (_, index) => component(`s${index}`)),
    );
    expect((await source.poll(undefined)).facts).toHaveLength(1_201);
  });

  it('says nothing new when it is asked again', async () => {
    const source = createSource([component('orders')]);
    const { cursor } = await source.poll(undefined);
    expect((await source.poll(cursor)).facts).toEqual([]);
  });

  it('retires nothing when the catalog is suddenly empty', async () => {
    const { cursor } = await createSource([
      component('orders'),
      component('shop'),
    ]).poll(undefined);
    await expect(createSource([]).poll(cursor)).rejects.toThrow(
      'nothing is taken for retired',
    );
  });

  it('does not start over when its cursor cannot be read', async () => {
    await expect(createSource([]).poll('{"services": 1}')).rejects.toThrow();
  });
});
