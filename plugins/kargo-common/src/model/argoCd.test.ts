import { readArgoCdApplication, readArgoCdAppProject } from './argoCd';

const metadata = { name: 'orders-prod', namespace: 'argocd' };

describe('readArgoCdApplication', () => {
  it('keeps what sync windows match on', () => {
    expect(
      readArgoCdApplication({
        metadata: { ...metadata, labels: { tier: 'prod' } },
        spec: {
          project: 'shop',
          destination: { server: 'https://10.0.0.1', namespace: 'orders' },
          source: { repoURL: 'https://git.example.com/orders' },
        },
        status: { health: { status: 'Healthy' } },
      }),
    ).toEqual({
      name: 'orders-prod',
      namespace: 'argocd',
      appProject: 'shop',
      destination: { server: 'https://10.0.0.1', namespace: 'orders' },
    });
  });

  it.each([{}, { project: '' }, { project: null, destination: null }])(
    'takes the project "default" with the spec %j',
    spec => {
      expect(readArgoCdApplication({ metadata, spec })).toEqual({
        name: 'orders-prod',
        namespace: 'argocd',
        appProject: 'default',
        destination: {},
      });
    },
  );

  it('throws without a spec', () => {
    expect(() => readArgoCdApplication({ metadata })).toThrow(/spec/);
  });
});

describe('readArgoCdAppProject', () => {
  it('keeps the sync windows as they are', () => {
    const syncWindows = [{ kind: 'deny' }, 'not a window'];
    const spec = { syncWindows, sourceRepos: ['*'] };
    expect(readArgoCdAppProject({ metadata, spec })).toEqual({
      ...metadata,
      syncWindows,
    });
  });

  it.each([undefined, null, {}])('finds none in the spec %j', spec => {
    expect(readArgoCdAppProject({ metadata, spec }).syncWindows).toEqual([]);
  });

  it('throws on windows that are no list, since a freeze is not guessed', () => {
    expect(() =>
      readArgoCdAppProject({ metadata, spec: { syncWindows: 'none' } }),
    ).toThrow(/syncWindows/);
  });
});
