import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleGpuCapacity from './index';

async function start(gpuCapacity: object = {}) {
  const addCollator = jest.fn();
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: jest.fn(() => ({ run: async () => {} })),
  });
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        { addCollator, addDecorator: jest.fn() },
      ],
    ],
    features: [
      searchModuleGpuCapacity,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { search: { collators: { gpuCapacity } } },
      }),
    ],
  });
  return { addCollator, scheduler };
}

describe('search module', () => {
  it('fills the index of its type every ten minutes, for who may see the entity', async () => {
    const { addCollator, scheduler } = await start();
    expect(addCollator).toHaveBeenCalledWith({
      schedule: expect.anything(),
      factory: expect.objectContaining({
        type: 'gpu-capacity',
        visibilityPermission: expect.objectContaining({
          name: 'catalog.entity.read',
        }),
      }),
    });
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
      expect.objectContaining({ frequency: { minutes: 10 } }),
    );
  });

  it('obeys the schedule of the configuration', async () => {
    const { scheduler } = await start({
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
    });
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
      expect.objectContaining({
        frequency: { hours: 1 },
        timeout: { minutes: 5 },
      }),
    );
  });
});
