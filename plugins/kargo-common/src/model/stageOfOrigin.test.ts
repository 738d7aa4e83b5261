import { readStage } from './readStage';
import { stageOfOrigin } from './stageOfOrigin';

const origin = (name: string) => ({ kind: 'Warehouse', name });
const held = (name: string, tag: string) => ({
  name,
  images: [{ repoURL: `registry.example.com/${name}`, tag }],
});

const prod = readStage({
  metadata: { name: 'prod', namespace: 'shop', uid: '1' },
  spec: {
    requestedFreight: [
      { origin: origin('cart'), sources: { stages: ['uat'] } },
      { origin: origin('search'), sources: { stages: ['search-uat'] } },
    ],
  },
  status: {
    freightHistory: [
      {
        items: {
          'Warehouse/cart': held('c1', '1.8.2'),
          'Warehouse/search': held('s1', '3.1.0'),
        },
      },
    ],
    autoPromotionHolds: { 'Warehouse/search': { freightName: 's1' } },
  },
});

describe('stageOfOrigin', () => {
  it('keeps what is about the freight of one warehouse', () => {
    expect(prod.freight?.version).toBe('1.8.2, 3.1.0');
    expect(stageOfOrigin(prod, 'Warehouse/cart')).toMatchObject({
      name: 'prod',
      upstream: ['uat'],
      freight: { name: 'c1', version: '1.8.2' },
      holds: [],
    });
    expect(stageOfOrigin(prod, 'Warehouse/search')?.holds).toHaveLength(1);
  });

  it('is the same stage where it takes nothing else, and none where it takes nothing from there', () => {
    const own = { ...prod, requests: prod.requests.slice(0, 1) };
    expect(stageOfOrigin(own, 'Warehouse/cart')).toBe(own);
    expect(stageOfOrigin(own, 'Warehouse/search')).toBeUndefined();
  });
});
