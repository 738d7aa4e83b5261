import { mockServices } from '@backstage/backend-test-utils';
import { staticResourceObservation } from '@fairway/kubernetes-resources/testUtils';
import { readPromotionRow } from '@fairway/plugin-kargo-common';
import { promotion, promotionRow } from '../testObjects';
import { RunningPromotions } from './RunningPromotions';

const rowsOf = (count: number, phase: string) =>
  Array.from({ length: count }, (_, index) =>
    readPromotionRow(
      promotionRow(promotion(`${phase}-${index}`, 'prod', { phase })),
    ),
  );

function running(rows: ReturnType<typeof rowsOf>, read = jest.fn()) {
  const promotions = staticResourceObservation({
    items: Object.fromEntries(rows.map(row => [`orders/${row.name}`, row])),
  });
  const looking = new RunningPromotions({
    listControlPlanes: () => [
      { name: 'platform', observations: { promotions } },
    ],
    reader: { read },
    logger: mockServices.logger.mock(),
  });
  return { looking, read };
}

const at = (second: number) =>
  new Date(`2026-11-21T12:00:${String(second).padStart(2, '0')}Z`);

describe('RunningPromotions', () => {
  it('reads those that run, and no others', async () => {
    const { looking, read } = running([
      ...rowsOf(2, 'Running'),
      ...rowsOf(2, 'Succeeded'),
      ...rowsOf(2, 'Pending'),
    ]);
    await looking.look(at(0));
    expect(read.mock.calls.map(([{ name }]) => name)).toEqual([
      'Running-0',
      'Running-1',
    ]);
  });

  it('gives all of many their turn', async () => {
    const { looking, read } = running(rowsOf(100, 'Running'));
    await looking.look(at(0));
    expect(read).toHaveBeenCalledTimes(40);
    await looking.look(at(20));
    await looking.look(at(40));
    expect(new Set(read.mock.calls.map(([{ name }]) => name)).size).toBe(100);
  });

  it('goes on where one cannot be read', async () => {
    const read = jest.fn().mockRejectedValueOnce(new Error('away'));
    const { looking } = running(rowsOf(2, 'Running'), read);
    await looking.look(at(0));
    expect(read).toHaveBeenCalledTimes(2);
  });
});
