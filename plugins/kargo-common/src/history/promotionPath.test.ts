import { bypassOf } from './bypass';
import { DEFAULT_ALLOWED_PATHS, promotionPath } from './promotionPath';

const PORTAL = 'kubernetes:system:serviceaccount:portal:kargo';

describe('promotionPath', () => {
  it.each([
    [undefined, 'auto', undefined],
    ['controller:rollback', 'auto', undefined],
    ['email:anna@example.com', 'kargo', undefined],
    [PORTAL, 'portal', undefined],
    ['kubernetes:system:serviceaccount:ci:deployer', 'service', undefined],
    ['kubernetes:anna', 'kubectl', 'kubectl'],
    ['admin', 'admin', 'admin'],
    ['unknown actor', 'unknown', undefined],
  ])('of %j is %s, a bypass because of %s', (recorded, path, bypass) => {
    const found = promotionPath({ recorded, portalIdentities: [PORTAL] });
    expect(found).toBe(path);
    expect(bypassOf(found, DEFAULT_ALLOWED_PATHS)?.reason).toBe(bypass);
  });

  it('is the portal where the portal acted in the name of a person', () => {
    expect(
      promotionPath({ recorded: 'kubernetes:anna', knownToPortal: true }),
    ).toBe('portal');
  });

  it('is judged by the configuration, but never where it is unknown', () => {
    expect(bypassOf('kargo', ['portal'])?.reason).toBe('kargo');
    expect(bypassOf('kubectl', ['kubectl'])).toBeUndefined();
    expect(bypassOf('unknown', [])).toBeUndefined();
    expect(bypassOf('portal', [])).toBeUndefined();
  });
});
