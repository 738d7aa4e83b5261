import { item } from './portfolio.fixture';
import { portfolioSchema } from './portfolioContract';
import { portfolioPage } from './portfolioPage';
import { portfolioQuerySchema } from './portfolioQuery';

const items = [
  item('steady', { owner: 'group:default/a' }),
  item('moving', { state: 'moving', owner: 'group:default/b' }),
  item('unknown', { state: 'unknown', controlPlane: undefined, shards: [] }),
  item('waiting', {
    state: 'waiting',
    owner: 'group:default/a',
    system: 'system:default/shop',
    newestVersion: '2.0.0',
  }),
  item('drifted', { state: 'drifted', shards: ['default', 'emea'] }),
  item('stuck', { state: 'stuck', riskClass: 'infrastructure' }),
  item('failed-lately', { state: 'failed', since: '2026-11-21T11:00:00Z' }),
  item('failed-once', { state: 'failed' }),
  item('failed-long', {
    state: 'failed',
    since: '2026-11-20T11:00:00Z',
    owner: 'group:default/a',
    controlPlane: { name: 'regulated' },
  }),
];

function page(query: Record<string, unknown> = {}) {
  return portfolioPage(items, portfolioQuerySchema.parse(query));
}

const titles = (query: Record<string, unknown>) =>
  page(query).items.map(({ title }) => title);

describe('portfolioPage', () => {
  it('puts first what is most urgent, then what is so for the longest', () => {
    expect(titles({})).toEqual([
      'failed-long',
      'failed-lately',
      'failed-once',
      'stuck',
      'drifted',
      'waiting',
      'unknown',
      'moving',
      'steady',
    ]);
  });

  it('is of the contract', () => {
    const answer = { ...page(), notices: [], asOf: '2026-11-21T12:00:00Z' };
    expect(portfolioSchema.parse(answer)).toEqual(answer);
  });

  it('says how many need somebody', () => {
    expect(page().headline).toBe(
      '6 of 9 projects need somebody: 3 failed, 1 is stuck, 1 drifted, 1 waits for a person. The state of 1 is unknown.',
    );
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ owner: 'group:default/a' }, ['failed-long', 'waiting', 'steady']],
    [
      { owner: ['group:default/a', 'group:default/b'], state: 'moving' },
      ['moving'],
    ],
    [{ system: 'system:default/shop' }, ['waiting']],
    [{ riskClass: 'infrastructure' }, ['stuck']],
    [{ controlPlane: 'regulated' }, ['failed-long']],
    [{ shard: 'emea' }, ['drifted']],
    [{ state: ['stuck', 'drifted'] }, ['stuck', 'drifted']],
    [{ text: ' FAILED-o ' }, ['failed-once']],
    [{ text: '2.0' }, ['waiting']],
    [{ text: 'nothing like it' }, []],
    [{ owner: 'group:default/a', state: 'stuck' }, []],
  ])('leaves of %j %j', (query, expected) => {
    expect(titles(query)).toEqual(expected);
  });

  it.each([
    [
      { sort: 'owner', limit: 4 },
      ['failed-long', 'steady', 'waiting', 'moving'],
    ],
    [{ sort: 'title', order: 'desc', limit: 2 }, ['waiting', 'unknown']],
    [{ sort: 'since', limit: 2 }, ['failed-long', 'failed-lately']],
  ])('sorts by %j', (query, expected) => {
    expect(titles(query)).toEqual(expected);
  });

  it('cuts pages that have every item once', () => {
    const pages = [0, 4, 8].map(offset => page({ offset, limit: 4 }));
    const seen = pages.flatMap(({ items: shown }) => shown);
    expect(pages.map(({ items: shown }) => shown.length)).toEqual([4, 4, 1]);
    expect(new Set(seen.map(({ title }) => title)).size).toBe(9);
    expect(pages.map(({ total }) => total)).toEqual([9, 9, 9]);
    expect(page({ offset: 100 }).items).toEqual([]);
  });

  it('counts states apart from the filter by state, and facets apart from their own', () => {
    const answer = page({ state: 'failed', owner: 'group:default/a' });
    expect(answer.total).toBe(1);
    expect(answer.counts).toEqual({
      failed: 1,
      stuck: 0,
      drifted: 0,
      waiting: 1,
      unknown: 0,
      moving: 0,
      steady: 1,
    });
    expect(answer.facets.owner).toEqual([
      { value: 'group:default/a', count: 1 },
    ]);
    expect(page({ owner: 'group:default/a' }).facets.owner).toEqual([
      { value: 'group:default/a', count: 3 },
      { value: 'group:default/b', count: 1 },
    ]);
    expect(page().facets.controlPlane).toEqual([
      { value: 'platform', count: 7 },
      { value: 'regulated', count: 1 },
    ]);
  });
});

describe('portfolioQuerySchema', () => {
  it.each([
    { state: 'broken' },
    { limit: '0' },
    { limit: '1000' },
    { offset: '-1' },
    { sort: 'price' },
    { owner: { deep: 'x' } },
    { owner: Array.from({ length: 51 }, () => 'x') },
  ])('refuses %j', query => {
    expect(portfolioQuerySchema.safeParse(query).success).toBe(false);
  });
});
