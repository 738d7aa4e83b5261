import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { scmRemote } from './scmRemote';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [
        {
          host: 'forge.example.com',
          baseUrl: 'https://forge.example.com/git',
          username: 'portal',
          password: 'secret',
        },
      ],
      github: [{ host: 'github.com', token: 'gh-token' }],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
    },
  }),
);

const remote = (repoUrl: string) =>
  scmRemote({ repoUrl, branch: 'main', integrations });

describe('scmRemote', () => {
  it('keeps the base path of a Gitea', () => {
    expect(remote('forge.example.com?owner=demo&repo=orders')).toEqual({
      owner: 'demo',
      repo: 'orders',
      remoteUrl: 'https://forge.example.com/git/demo/orders.git',
      contentsUrl: 'https://forge.example.com/git/demo/orders/src/branch/main/',
      auth: { username: 'portal', password: 'secret' },
    });
  });

  it('uses the documented user name for tokens of GitHub', () => {
    expect(remote('github.com?owner=demo&repo=orders')).toMatchObject({
      remoteUrl: 'https://github.com/demo/orders.git',
      auth: { username: 'x-access-token', password: 'gh-token' },
    });
  });

  it("uses the user's own token instead of the integration's", () => {
    expect(
      scmRemote({
        repoUrl: 'gitlab.example.com?owner=demo&repo=orders',
        branch: 'main',
        integrations,
        token: 'mine',
      }),
    ).toMatchObject({ auth: { username: 'oauth2', password: 'mine' } });
  });

  it('obeys scaffolder.requireScmUserCredentials where users have tokens', () => {
    const resolve = (host: string) =>
      scmRemote({
        repoUrl: `${host}?owner=demo&repo=orders`,
        branch: 'main',
        integrations,
        requireUserToken: true,
      });
    expect(() => resolve('github.com')).toThrow(/requireScmUserCredentials/);
    // As in the scaffolder's own actions: users have no tokens for a Gitea.
    expect(() => resolve('forge.example.com')).not.toThrow();
  });

  it.each([
    ['gitlab.example.com?owner=demo&repo=orders', /no credentials/],
    ['elsewhere.example.com?owner=demo&repo=orders', /integration/],
  ])('refuses %s', (repoUrl, message) => {
    expect(() => remote(repoUrl)).toThrow(message);
  });
});
