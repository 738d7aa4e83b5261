import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createStore } from '../__testUtils__/createStore';
import { ScorecardService } from '../services/ScorecardService';
import { createGetPlatformScorecardAction } from './createGetPlatformScorecardAction';

describe('createGetPlatformScorecardAction', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function register(
    result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
  ) {
    const { store } = await createStore(databases, 'SQLITE_3');
    const actionsRegistry = actionsRegistryServiceMock();
    createGetPlatformScorecardAction({
      actionsRegistry,
      permissions: mockServices.permissions({ result }),
      scorecard: ScorecardService.create({
        getStore: () => store,
        timeZone: 'UTC',
        syntheticSources: [],
        polledSources: [],
      }),
    });
    return actionsRegistry;
  }

  const call = {
    id: 'test:get-platform-scorecard',
    input: {},
    credentials: mockCredentials.user(),
  };

  it('gives the headline and the numbers', async () => {
    const registry = await register(AuthorizeResult.ALLOW);
    const { output } = await registry.invoke(call);
    expect(output).toMatchObject({
      headline: expect.stringContaining('Adoption is unknown'),
      warnings: [],
      scorecard: { adoption: { share: { kind: 'no-data' } } },
    });
    expect((await registry.list()).actions).toMatchObject([
      { attributes: { readOnly: true, destructive: false, idempotent: true } },
    ]);
  });

  it('is denied without the permission', async () => {
    const registry = await register(AuthorizeResult.DENY);
    await expect(registry.invoke(call)).rejects.toThrow(
      'platform-scorecard.read',
    );
  });
});
