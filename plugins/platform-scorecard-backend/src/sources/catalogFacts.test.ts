import type { CatalogCursor } from './catalogCursor';
import { catalogFacts, type CatalogService } from './catalogFacts';

const BEGAN = Date.parse('2026-03-02T10:00:00Z');
const MINUTE = 60_000;
const PATH = 'template:default/standard';

const orders: CatalogService = {
  ref: 'component:default/orders',
  uid: 'u1',
  team: 'group:default/shop',
};
const billing: CatalogService = { ref: 'component:default/billing', uid: 'u2' };

/** Plays polls one after the other; each is a minute and the services it shows. */
function play(...polls: Array<[minute: number, services: CatalogService[]]>) {
  let cursor: CatalogCursor = { services: {} };
  return polls.map(([minute, services]) => {
    const result = catalogFacts({
      cursor,
      services,
      now: BEGAN + minute * MINUTE,
    });
    cursor = result.cursor;
    return result.facts;
  });
}

describe('catalogFacts', () => {
  it('marks what was there at install, and what the catalog shows while it fills up', () => {
    const [first, second, third] = play(
      [0, [orders]],
      [9, [orders, billing]],
      [10, [orders, billing]],
    );
    expect(first).toEqual([
      {
        specversion: '1.0',
        source: 'catalog',
        type: 'dev.fairway.service.created',
        id: 'u1:created:1',
        time: '2026-03-02T10:00:00.000Z',
        subject: 'component:default/orders',
        team: 'group:default/shop',
        data: { path: undefined, observedSince: 'install' },
      },
    ]);
    expect(second).toMatchObject([
      { id: 'u2:created:1', data: { observedSince: 'install' } },
    ]);
    expect(third).toEqual([]);
  });

  it('sees births after that, with their path', () => {
    const [, second] = play([0, []], [10, [{ ...orders, path: PATH }]]);
    expect(second).toMatchObject([
      {
        id: 'u1:created:1',
        time: '2026-03-02T10:10:00.000Z',
        data: { path: PATH, observedSince: 'birth' },
      },
    ]);
  });

  it('tells when a service adopts a path, once', () => {
    const [, second, third] = play(
      [0, [orders]],
      [20, [{ ...orders, path: PATH }]],
      [30, [{ ...orders, path: PATH }]],
    );
    expect(second).toMatchObject([
      {
        type: 'dev.fairway.service.adopted',
        id: `u1:adopted:${PATH}`,
        data: { path: PATH },
      },
    ]);
    expect(third).toEqual([]);
  });

  it('takes a service for retired when it is absent three times in a row', () => {
    const [, second, third, fourth, fifth] = play(
      [0, [orders, billing]],
      [20, [billing]],
      [21, [billing]],
      [22, [billing]],
      [23, [billing]],
    );
    expect([second, third, fifth]).toEqual([[], [], []]);
    expect(fourth).toMatchObject([
      {
        type: 'dev.fairway.service.retired',
        id: 'u1:retired:1',
        time: '2026-03-02T10:22:00.000Z',
        subject: 'component:default/orders',
      },
    ]);
  });

  it('forgives a hiccup', () => {
    const [, , , fourth] = play(
      [0, [orders, billing]],
      [20, [billing]],
      [21, [billing]],
      [22, [orders, billing]],
    );
    expect(fourth).toEqual([]);
  });

  it('does not call a return a birth', () => {
    const polls = play(
      [0, [orders, billing]],
      [20, [billing]],
      [21, [billing]],
      [22, [billing]],
      [30, [orders, billing]],
    );
    expect(polls[4]).toMatchObject([
      { id: 'u1:created:2', data: { observedSince: 'install' } },
    ]);
  });

  it('keeps the life of a service whose uid changes', () => {
    const [, second] = play([0, [orders]], [20, [{ ...orders, uid: 'u9' }]]);
    expect(second).toEqual([]);
  });
});
