import { platformFactSchema } from '@fairway/plugin-platform-scorecard-common';
import { SeededRandom } from '../clock/SeededRandom';
import { demoHistory } from './demoHistory';

const now = new Date('2026-11-21T00:00:00Z');
const history = (seed = 'fairway') =>
  demoHistory({ random: new SeededRandom(seed), now });

describe('demoHistory', () => {
  it('speaks the contract of the scorecard', () => {
    for (const event of history()) {
      expect(platformFactSchema.safeParse(event).error).toBeUndefined();
    }
  });

  it('covers 26 weeks and says nothing of the future', () => {
    const times = history().map(({ time }) => Date.parse(time));
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
    expect(Math.min(...times)).toBeLessThan(Date.parse('2026-05-26T00:00:00Z'));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(
      Date.parse('2026-05-22T12:00:00Z'),
    );
  });

  it('is the same for one seed and differs for another', () => {
    expect(history()).toEqual(history());
    expect(history('other')).not.toEqual(history());
  });

  it('has no id twice', () => {
    const ids = history().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('puts more of the later services on the path', () => {
    const created = history().filter(
      ({ type, data }) =>
        type === 'dev.fairway.service.created' && !data.observedSince,
    );
    const share = (events: typeof created) =>
      events.filter(({ data }) => data.path).length / events.length;
    const half = Math.floor(created.length / 2);
    expect(share(created.slice(half))).toBeGreaterThan(
      share(created.slice(0, half)),
    );
  });
});
