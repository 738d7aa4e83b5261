import { mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createWhyPendingAction } from './createWhyPendingAction';

const id = 'test:why-pending';

function register(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const whyPending = {
    ofEntity: jest.fn(async () => ({ sentence: 'entity', waiting: [] })),
    ofName: jest.fn(async () => ({ sentence: 'name', waiting: [] })),
  };
  const actionsRegistry = actionsRegistryServiceMock();
  createWhyPendingAction({
    actionsRegistry,
    permissions: mockServices.permissions({ result }),
    whyPending,
  });
  return { whyPending, actionsRegistry };
}

describe('why-pending', () => {
  it.each([
    { entityRef: 'component:default/vision' },
    { cluster: 'gpu-west', namespace: 'vision', name: 'train' },
  ])(
    'denies an agent without the permission, and reads nothing',
    async input => {
      const { whyPending, actionsRegistry } = register(AuthorizeResult.DENY);
      await expect(actionsRegistry.invoke({ id, input })).rejects.toThrow(
        'gpu-capacity.read',
      );
      expect(whyPending.ofEntity).not.toHaveBeenCalled();
      expect(whyPending.ofName).not.toHaveBeenCalled();
    },
  );

  it('asks about an entity, or about a name', async () => {
    const { actionsRegistry } = register(AuthorizeResult.ALLOW);
    const ask = async (input: Record<string, string>) =>
      (await actionsRegistry.invoke({ id, input })).output;
    expect(await ask({ entityRef: 'component:default/vision' })).toMatchObject({
      sentence: 'entity',
    });
    expect(
      await ask({ cluster: 'gpu-west', namespace: 'vision', name: 'train' }),
    ).toMatchObject({ sentence: 'name' });
    await expect(ask({ cluster: 'gpu-west' })).rejects.toThrow(
      'Give an entityRef',
    );
  });
});
