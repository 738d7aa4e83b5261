import { mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createGetCapacityAction } from './createGetCapacityAction';

describe('get-entity-gpu-capacity', () => {
  it('denies an agent without the permission, and reads nothing', async () => {
    const getEntityCapacity = jest.fn();
    const actionsRegistry = actionsRegistryServiceMock();
    createGetCapacityAction({
      actionsRegistry,
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
      capacity: { getEntityCapacity },
    });
    await expect(
      actionsRegistry.invoke({
        id: 'test:get-entity-gpu-capacity',
        input: { entityRef: 'component:default/orders' },
      }),
    ).rejects.toThrow('gpu-capacity.read');
    expect(getEntityCapacity).not.toHaveBeenCalled();
  });
});
