import { setImmediate } from 'node:timers/promises';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { QueueOrder } from './QueueOrder';

const served = { ok: true, value: true } as const;
const forbidden = {
  ok: false,
  reason: 'forbidden',
  message: 'The portal may not read it.',
  error: { errorType: 'UNAUTHORIZED_ERROR', statusCode: 403 },
} as const;

function summary(name: string) {
  return {
    items: [
      {
        metadata: { namespace: 'ml', name },
        priority: 0,
        localQueueName: 'main',
        positionInClusterQueue: 0,
        positionInLocalQueue: 0,
      },
    ],
  };
}

describe('QueueOrder', () => {
  it('asks at most every 30 seconds, and waits for the first answer only', async () => {
    const clusterResources = clusterResourcesServiceMock.mock({
      discover: async () => served,
      get: async ({ name }) => ({ ok: true, value: summary(`in-${name}`) }),
    });
    const order = new QueueOrder({ cluster: 'west', clusterResources });
    await order.refresh(['a', 'b'], 0);
    expect(order.current().positions.get('b')).toMatchObject([
      { name: 'in-b' },
    ]);
    await order.refresh(['a', 'b'], 29_999);
    expect(clusterResources.get).toHaveBeenCalledTimes(2);
    await order.refresh(['a'], 30_000);
    await setImmediate();
    expect(clusterResources.get).toHaveBeenCalledTimes(3);
    expect(clusterResources.get).toHaveBeenLastCalledWith({
      cluster: 'west',
      resource: {
        group: 'visibility.kueue.x-k8s.io',
        apiVersion: 'v1beta2',
        plural: 'clusterqueues',
      },
      name: 'a',
      subresource: 'pendingworkloads',
    });
  });

  it('asks nobody where no queue has anything that waits', async () => {
    const clusterResources = clusterResourcesServiceMock.mock();
    const order = new QueueOrder({ cluster: 'west', clusterResources });
    await order.refresh([], 0);
    expect(clusterResources.discover).not.toHaveBeenCalled();
    expect(order.current()).toEqual({
      positions: new Map(),
      unknown: undefined,
    });
  });

  it.each([
    [
      'it may not ask',
      async () => forbidden,
      'The order within the queues is not known. The portal may not read it.',
    ],
    [
      'the answer is none',
      async () => ({ ok: true, value: { items: 'many' } } as const),
      'The order within the queues is not known. The order of the queue "a" cannot be read.',
    ],
    [
      'the request fails',
      async () => {
        throw new Error('socket hang up');
      },
      'The order within the queues is not known. socket hang up',
    ],
  ])('says why the order is not known where %s', async (_, get, unknown) => {
    const order = new QueueOrder({
      cluster: 'west',
      clusterResources: clusterResourcesServiceMock.mock({
        discover: async () => served,
        get,
      }),
    });
    await order.refresh(['a'], 0);
    expect(order.current()).toEqual({ positions: new Map(), unknown });
  });
});
