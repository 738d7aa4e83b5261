import type { NextView, StageView } from '../view/stageView';
import { productionBrief } from './productionBrief';

const next: NextView = {
  freight: '2bda0699faa9',
  version: '1.8.3',
  status: 'stopped',
  byItself: false,
  reasons: [
    { kind: 'soaking', text: '12 min of soak left in uat', stops: 'promotion' },
  ],
};

function stage(
  name: string,
  version: string | undefined,
  overrides: Partial<StageView> = {},
): StageView {
  return {
    name,
    upstream: [],
    final: name.startsWith('prod') || undefined,
    phase: 'steady',
    health: 'Healthy',
    freight: version ? { name: version, version } : undefined,
    ...overrides,
  };
}

function brief(items: StageView[]): string {
  const nothing = { freshness: { status: 'loading' as const }, malformed: [] };
  return productionBrief({
    headline: 'No control plane could be read.',
    projects: [
      {
        controlPlane: { name: 'platform' },
        project: 'orders',
        stages: { ...nothing, items },
        freight: { ...nothing, items: [], total: 0 },
        promotions: { ...nothing, items: [], total: 0 },
        warehouses: { ...nothing, items: [] },
        controllers: { ...nothing, items: [] },
      },
    ],
  });
}

describe('productionBrief', () => {
  it.each<[StageView[], string]>([
    [
      [stage('uat', '1.8.3'), stage('prod', '1.8.2', { next })],
      'In production: 1.8.2. Next: 1.8.3, 12 min of soak left in uat.',
    ],
    [
      [
        stage('prod-eu', '1.8.2', { next: { ...next, status: 'promoting' } }),
        stage('prod-us', '1.8.1'),
      ],
      'In production: 1.8.2 and 1.8.1. Next: 1.8.3, being promoted.',
    ],
    [
      [
        stage('test', '1.8.3', { next: { ...next, version: '1.8.4' } }),
        stage('uat', '1.8.2', { next }),
        stage('prod', undefined),
      ],
      'Nothing is in production yet. Next: 1.8.3, on its way to uat, 12 min of soak left in uat.',
    ],
    [
      [
        stage('prod', '1.8.2', {
          next: {
            ...next,
            version: undefined,
            status: 'ready',
            byItself: true,
            reasons: [],
          },
        }),
      ],
      'In production: 1.8.2. Next: 2bda069, promoted by itself now.',
    ],
    [[stage('prod', '1.8.2')], 'In production: 1.8.2.'],
    [
      [stage('gate', undefined, { controlFlow: true, next })],
      'No control plane could be read.',
    ],
    [[], 'No control plane could be read.'],
  ])('of %j is %s', (stages, text) => {
    expect(brief(stages)).toBe(text);
  });
});
