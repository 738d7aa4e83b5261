import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleKargo from './index';

async function start(kargo: object = {}) {
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
      searchModuleKargo,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { search: { collators: { kargo } } },
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
        type: 'kargo',
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
