import { Authorizer } from './Authorizer';

const promote = (namespace: string, name: string) => ({
  verb: 'promote',
  group: 'delivery.example.com',
  resource: 'stages',
  namespace,
  name,
});

describe('rules of groups', () => {
  const authorizer = new Authorizer(
    [],
    [
      {
        name: 'payments-team',
        rules: [
          {
            apiGroups: ['delivery.example.com'],
            resources: ['stages'],
            resourceNames: ['test'],
            verbs: ['promote'],
            namespaces: ['payments-dev'],
          },
        ],
      },
    ],
  );
  const jane = { name: 'jane', groups: ['payments-team'] };

  it('hold for members whom the cluster does not know by name', () => {
    expect(authorizer.allows(jane, promote('payments-dev', 'test'))).toBe(true);
  });

  it.each([
    ['another stage', jane, promote('payments-dev', 'prod')],
    ['another namespace', jane, promote('payments', 'test')],
    [
      'members of another group',
      { name: 'joe', groups: ['vision-team'] },
      promote('payments-dev', 'test'),
    ],
  ])('do not hold for %s', (_, user, attributes) => {
    expect(authorizer.allows(user, attributes)).toBe(false);
  });

  it('allow to impersonate where they say so', () => {
    const helpers = new Authorizer(
      [],
      [
        {
          name: 'helpdesk',
          rules: [
            { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] },
          ],
        },
      ],
    );
    const member = { name: 'joe', groups: ['helpdesk'] };
    expect(helpers.mayImpersonate(member)).toBe(true);
    expect(helpers.mayImpersonate(jane)).toBe(false);
  });
});
