import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { requirePermission } from './requirePermission';

const permission = createPermission({
  name: 'harbour.berth.read',
  attributes: { action: 'read' },
});
const credentials = mockCredentials.user();
const check = (
  result: typeof AuthorizeResult.ALLOW | typeof AuthorizeResult.DENY,
) => {
  const permissions = mockServices.permissions.mock({
    authorize: async () => [{ result }],
  });
  const checked = requirePermission(
    { permission, refusal: 'You may not see berths.' },
    { permissions, credentials },
  );
  return { permissions, checked };
};

describe('requirePermission', () => {
  it('asks with the credentials of the caller and lets it pass', async () => {
    const { permissions, checked } = check(AuthorizeResult.ALLOW);
    await expect(checked).resolves.toBeUndefined();
    expect(permissions.authorize).toHaveBeenCalledWith([{ permission }], {
      credentials,
    });
  });

  it('says what is refused and whom to ask', async () => {
    await expect(check(AuthorizeResult.DENY).checked).rejects.toMatchObject({
      name: 'NotAllowedError',
      message:
        'You may not see berths. Ask your platform team for the permission harbour.berth.read.',
    });
  });
});
