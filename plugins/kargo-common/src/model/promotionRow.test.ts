import { readPromotionRow } from './promotionRow';

it('keeps of a row by which request of the portal it came, and no other annotations', () => {
  const row = readPromotionRow({
    metadata: {
      name: 'prod.01',
      namespace: 'orders',
      uid: 'uid-1',
      annotations: {
        'kargo.akuity.io/create-actor': 'kubernetes:ada@example.com',
        'kargo.fairway.dev/request': '3f0c',
        'example.com/other': 'left out',
      },
    },
    cells: { Stage: 'prod', Phase: 'Running' },
  });
  expect(row.annotations).toEqual({ 'kargo.fairway.dev/request': '3f0c' });
});
