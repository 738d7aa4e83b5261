import { clusterResourcesServiceMock } from './clusterResourcesServiceMock';
import { staticResourceObservation } from './staticResourceObservation';

const resource = { group: 'example.com', apiVersion: 'v1', plural: 'widgets' };
const other = { ...resource, plural: 'gadgets' };
const a = { metadata: { name: 'a', namespace: 'shop' }, size: 1 };
const b = { metadata: { name: 'b', namespace: 'other' } };

describe('clusterResourcesServiceMock', () => {
  const service = clusterResourcesServiceMock({
    collections: [{ cluster: 'prod', resource, objects: [a, b] }],
  });
  const query = { cluster: 'prod', resource };

  it('answers from its literals', async () => {
    expect(await service.listClusters()).toEqual([
      { name: 'prod', access: { transport: 'direct' } },
    ]);
    expect(await service.list({ ...query, namespace: 'shop' })).toEqual({
      ok: true,
      value: [a],
    });
    expect(
      await service.get({ ...query, namespace: 'shop', name: 'a' }),
    ).toEqual({ ok: true, value: a });
    expect(
      await service.get({ ...query, namespace: 'shop', name: 'b' }),
    ).toMatchObject({ ok: false, reason: 'not-found' });
    expect(await service.discover(query)).toEqual({ ok: true, value: true });
  });

  it('answers with a subresource, which is a collection of its own', async () => {
    const scale = { metadata: { name: 'a', namespace: 'shop' }, replicas: 3 };
    const scalable = clusterResourcesServiceMock({
      collections: [
        {
          cluster: 'prod',
          resource: { ...resource, plural: 'widgets/scale' },
          objects: [scale],
        },
      ],
    });
    const one = { ...query, namespace: 'shop', name: 'a' };
    expect(await scalable.get({ ...one, subresource: 'scale' })).toEqual({
      ok: true,
      value: scale,
    });
    expect(await scalable.get(one)).toMatchObject({ reason: 'absent' });
  });

  it('tells a type that is not served from a cluster that is not there', async () => {
    const absent = { ...query, resource: other };
    expect(await service.list(absent)).toMatchObject({ reason: 'absent' });
    expect(
      service.observe(absent, { id: 'all', trim: o => o }).snapshot().state
        .status,
    ).toBe('absent');
    await expect(
      service.list({ ...query, cluster: 'nowhere' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('observes through the projection', async () => {
    const { items, malformed, state } = await service
      .observe(query, {
        id: 'size',
        trim: object => {
          if (typeof object.size !== 'number') {
            throw new Error('no size');
          }
          return object.size;
        },
      })
      .settled();
    expect(state.status).toBe('live');
    expect([...items]).toEqual([['shop/a', 1]]);
    expect(malformed).toEqual([{ key: 'other/b', message: 'no size' }]);
  });

  it('has methods to set up', async () => {
    const mock = clusterResourcesServiceMock.mock({
      observe: () => staticResourceObservation({}),
    });
    mock.discover.mockResolvedValue({ ok: true, value: false });
    expect(await mock.discover(query)).toEqual({ ok: true, value: false });
  });
});

describe('staticResourceObservation', () => {
  it('shows the literals and never changes', async () => {
    const state = { status: 'forbidden', message: 'no' } as const;
    const observation = staticResourceObservation({ items: { a: 1 }, state });
    expect(observation.snapshot()).toBe(await observation.settled());
    expect(observation.snapshot().state).toBe(state);
    expect(observation.snapshot().items.get('a')).toBe(1);
    observation.subscribe(() => {})();
    observation.close();
  });
});
