import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { ServedObservation } from './ServedObservation';

const kind = {
  group: 'example.com',
  versions: ['v2', 'v1'],
  plural: 'widgets',
  projection: { id: 'widget', trim: (object: unknown) => object },
};

const options = { timeoutMs: 100 };

const collection = (apiVersion: string) => ({
  cluster: 'west',
  resource: { group: kind.group, apiVersion, plural: kind.plural },
  objects: [{ metadata: { name: 'a' }, version: apiVersion }],
});

function observe(...versions: readonly string[]) {
  const clusterResources = clusterResourcesServiceMock({
    clusters: [{ name: 'west', access: { transport: 'direct' } }],
    collections: versions.map(collection),
  });
  const spies = {
    discover: jest.spyOn(clusterResources, 'discover'),
    observe: jest.spyOn(clusterResources, 'observe'),
  };
  const start = () =>
    ServedObservation.observe({ cluster: 'west', clusterResources, kind });
  return { spies, start };
}

describe('ServedObservation', () => {
  it.each([
    [['v2', 'v1'], 'v2'],
    [['v1'], 'v1'],
  ])('of the served versions %j reads %s', async (versions, version) => {
    const { spies, start } = observe(...versions);
    const served = start();
    await served.settled(options);
    expect(served.snapshot().items.get('a')).toMatchObject({ version });
    expect(spies.observe).toHaveBeenCalledTimes(1);
    expect(spies.observe).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ id: `widget.${version}` }),
    );
  });

  it('observes nothing where no version is served', async () => {
    const { spies, start } = observe();
    const served = start();
    await served.settled(options);
    expect(served.snapshot().state.status).toBe('absent');
    expect(spies.observe).not.toHaveBeenCalled();
  });

  it('tries the newest version where the cluster does not say what it serves', async () => {
    const { spies, start } = observe('v1');
    spies.discover.mockRejectedValue(new Error('timed out'));
    await start().settled(options);
    expect(spies.observe).toHaveBeenCalledWith(
      expect.objectContaining({
        resource: expect.objectContaining({ apiVersion: 'v2' }),
      }),
      expect.anything(),
    );
  });

  it('waits no longer than it is told, and only once', async () => {
    const { spies, start } = observe('v1');
    spies.discover.mockReturnValue(new Promise(() => {}));
    const served = start();
    await served.settled(options);
    expect(served.snapshot().state.status).toBe('loading');
    const startedMs = performance.now();
    await served.settled({ timeoutMs: 60_000 });
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it('observes nothing more once it was closed', async () => {
    const { spies, start } = observe('v2');
    const served = start();
    served.close();
    await served.settled(options);
    expect(spies.observe).not.toHaveBeenCalled();
  });
});
