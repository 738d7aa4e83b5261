import { mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createGetPromotionsAction } from './createGetPromotionsAction';

describe('get-entity-promotions', () => {
  it('denies an agent without the permission, and reads nothing', async () => {
    const getEntityPromotions = jest.fn();
    const actionsRegistry = actionsRegistryServiceMock();
    createGetPromotionsAction({
      actionsRegistry,
      permissions: mockServices.permissions({ result: AuthorizeResult.DENY }),
      promotions: {
        getEntityPromotions,
        getPromotion: jest.fn(),
        getStage: jest.fn(),
        compareFreight: jest.fn(),
      },
    });
    await expect(
      actionsRegistry.invoke({
        id: 'test:get-entity-promotions',
        input: { entityRef: 'component:default/orders' },
      }),
    ).rejects.toThrow('kargo.promotion.read');
    expect(getEntityPromotions).not.toHaveBeenCalled();
  });
});
