import { readPromotionConfig } from './promotionConfig';

const metadata = { name: 'orders', namespace: 'orders' };
const night = { name: 'night', kind: 'Deny' };

describe('readPromotionConfig', () => {
  it('keeps the windows of a project as they are, and nothing else', () => {
    expect(
      readPromotionConfig({
        metadata,
        spec: {
          promotionWindows: [night, 'not a window'],
          promotionPolicies: [
            { stageSelector: { name: 'test' }, autoPromotionEnabled: true },
          ],
          webhookReceivers: [{ name: 'github' }],
        },
      }),
    ).toEqual({ project: 'orders', windows: [night, 'not a window'] });
  });

  it('gives windows of a policy the selectors of the policy', () => {
    const { windows } = readPromotionConfig({
      metadata: { name: 'cluster' },
      spec: {
        promotionPolicies: [
          {
            stageSelector: { name: 'glob:prod-*' },
            projectSelector: { matchLabels: { area: 'shop' } },
            promotionWindows: [night],
          },
          { stage: 'uat', windows: [night, 7] },
          {
            stage: 'uat',
            windows: [{ ...night, stageSelector: { name: 'own' } }],
          },
          'not a policy',
          { stage: 'uat', windows: 'not a list' },
        ],
      },
    });
    expect(windows).toEqual([
      {
        ...night,
        stageSelector: { name: 'glob:prod-*' },
        projectSelector: { matchLabels: { area: 'shop' } },
      },
      { ...night, stageSelector: { name: 'uat' } },
      7,
      { ...night, stageSelector: { name: 'own' } },
    ]);
  });

  it.each([{ metadata }, { metadata, spec: null }, { metadata, spec: {} }])(
    'finds no window in %j',
    object => {
      expect(readPromotionConfig(object).windows).toEqual([]);
    },
  );

  it('throws on windows that are no list, since a freeze is not guessed', () => {
    expect(() =>
      readPromotionConfig({ metadata, spec: { promotionWindows: 'none' } }),
    ).toThrow(/promotionWindows/);
  });
});
