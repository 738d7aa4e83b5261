import { mockServices } from '@backstage/backend-test-utils';
import { readArgoCdConfig } from './readArgoCdConfig';

const read = (argocd?: object) =>
  readArgoCdConfig(
    mockServices.rootConfig({ data: { kargo: { ...(argocd && { argocd }) } } }),
  );

describe('readArgoCdConfig', () => {
  it('knows no place without config', () => {
    expect(read().size).toBe(0);
  });

  it('reads the place of each shard', () => {
    const places = read({
      platform: {
        default: { cluster: 'platform' },
        eu: { cluster: 'prod-eu', namespace: 'argocd' },
      },
    });
    expect(places.get('platform')?.get('')).toEqual({ cluster: 'platform' });
    expect(places.get('platform')?.get('eu')).toEqual({
      cluster: 'prod-eu',
      namespace: 'argocd',
    });
  });

  it.each([
    { platform: 'prod-eu' },
    { platform: { default: {} } },
    { platform: { default: { cluster: 'platform', url: 'https://a' } } },
  ])('refuses %j', argocd => {
    expect(() => read(argocd)).toThrow(
      'The configuration kargo.argocd is wrong.',
    );
  });
});
