import {
  collection,
  freight,
  promotionRow,
  stage,
  verified,
} from '../__fixtures__/pipelineObjects';
import { nextFreight } from './nextFreight';

const at = new Date('2026-11-21T12:00:00Z');
const old = freight('1.0.0', { discoveredAt: '2026-11-19T08:00:00Z' });
const inUat = freight('1.0.1', {
  discoveredAt: '2026-11-20T08:00:00Z',
  currentlyIn: [{ stage: 'uat', since: undefined }],
});
const found = freight('1.0.2');
const all = [old, inUat, found];
const prod = stage('prod', ['uat'], { history: [collection('1.0.0')] });
const next = (
  target: typeof prod,
  items = all,
  promotions: Parameters<typeof nextFreight>[1]['promotions'] = [],
) => nextFreight(target, { freight: items, promotions, at })?.name;

describe('nextFreight', () => {
  it('is what is in the stage before', () => {
    expect(next(prod)).toBe('1.0.1');
  });

  it('is the newest of the warehouse for a stage that takes it there', () => {
    expect(next(stage('test'))).toBe('1.0.2');
  });

  it('is what is being promoted, even where something newer is on its way', () => {
    expect(
      next(prod, all, [
        promotionRow('prod.2', { freight: '1.0.1', phase: 'Pending' }),
        promotionRow('prod.1', { freight: '1.0.0', phase: 'Running' }),
      ]),
    ).toBe('1.0.0');
  });

  it('is what may be promoted rather than what is only on its way', () => {
    const ready = freight('1.0.1', {
      discoveredAt: '2026-11-20T08:00:00Z',
      verifiedIn: [verified('uat')],
    });
    const behind = freight('1.0.2', {
      currentlyIn: [{ stage: 'uat', since: undefined }],
    });
    expect(next(prod, [old, ready, behind])).toBe('1.0.1');
  });

  it('is nothing where the stage has the newest', () => {
    expect(
      next({ ...prod, history: [collection('1.0.1')] }, [old, inUat]),
    ).toBeUndefined();
  });

  it('does not go back to what is older', () => {
    const oldInUat = {
      ...old,
      currentlyIn: [{ stage: 'uat', since: undefined }],
    };
    expect(
      next({ ...prod, history: [collection('1.0.1')] }, [oldInUat, inUat]),
    ).toBeUndefined();
  });
});
