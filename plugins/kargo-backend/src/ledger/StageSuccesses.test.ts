import type { LedgerPromotion } from '@fairway/plugin-kargo-common';
import {
  runningPromotion,
  succeededPromotion,
} from './__testUtils__/changingSource';
import { StageSuccesses } from './StageSuccesses';

const WAREHOUSES: Readonly<Record<string, string>> = {
  f0: 'orders',
  f1: 'orders',
  f2: 'orders',
  c1: 'config',
};

const success = (uid: string, freight: string, finishedAt: string) =>
  succeededPromotion(uid, { freight, version: `v-${freight}`, finishedAt });

const older = [
  success('a', 'f0', '2026-11-21T08:00:00Z'),
  success('b', 'f1', '2026-11-21T09:00:00Z'),
  success('c', 'c1', '2026-11-21T09:30:00Z'),
  success('later', 'f0', '2026-11-21T10:30:00Z'),
  succeededPromotion('elsewhere', { stage: 'prod', freight: 'f0' }),
  runningPromotion('d', {
    phase: 'Failed',
    finishedAt: '2026-11-21T09:45:00Z',
  }),
];

function before(promotion: LedgerPromotion) {
  return StageSuccesses.create({
    all: [...older, promotion],
    wanted: [promotion],
    freightOf: (project, name) =>
      name in WAREHOUSES
        ? { project, name, version: undefined, warehouse: WAREHOUSES[name] }
        : undefined,
  }).contentBefore(promotion);
}

describe('StageSuccesses', () => {
  it('finds the last success of the same warehouse before the start', () => {
    expect(before(runningPromotion('x', { freight: 'f2' }))).toEqual({
      freight: 'f1',
      version: 'v-f1',
    });
    expect(before(success('x', 'f2', '2026-11-21T10:05:00Z'))).toEqual({
      freight: 'f1',
      version: 'v-f1',
    });
  });

  it.each([
    ['that has not started', { freight: 'f2', startedAt: undefined }],
    ['of freight that is gone', { freight: 'gone' }],
    ['of no freight', { freight: undefined }],
    [
      'that was the first',
      { freight: 'f2', startedAt: '2026-11-21T07:00:00Z' },
    ],
  ])('knows nothing for a promotion %s', (_, overrides) => {
    expect(before(runningPromotion('x', overrides))).toBeUndefined();
  });
});
