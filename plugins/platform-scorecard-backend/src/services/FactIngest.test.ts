import { TestDatabases } from '@backstage/backend-test-utils';
import { createdFact } from '../__testUtils__/createdFact';
import { createStore } from '../__testUtils__/createStore';
import { FactIngest } from './FactIngest';

const NOW = Date.parse('2026-03-02T12:00:00Z');

describe('FactIngest', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function createIngest() {
    const { store } = await createStore(databases, 'SQLITE_3');
    return FactIngest.create({ getStore: () => store, now: () => NOW });
  }

  it('counts new facts and repeated ones', async () => {
    const ingest = await createIngest();
    await ingest.ingest([createdFact('1')]);
    expect(await ingest.ingest([createdFact('1'), createdFact('2')])).toEqual({
      received: 2,
      accepted: 1,
      duplicates: 1,
      rejected: [],
    });
  });

  it.each([
    ['no object', 'nonsense', /expected object/i],
    ['no type', { ...createdFact('x'), type: undefined }, /^type: /],
    [
      'a kind without its prefix',
      { ...createdFact('x'), type: 'service.created' },
      /^type: expected the prefix dev\.fairway\./,
    ],
    [
      'a time before there were platforms',
      createdFact('x', { time: '1970-01-01T00:00:00Z' }),
      /20 years/,
    ],
    [
      'a fact that supersedes itself',
      createdFact('x', { supersedes: 'x' }),
      /^supersedes: /,
    ],
    ['a bad subject', createdFact('x', { subject: 'orders' }), /^subject: /],
    ['a bad time', createdFact('x', { time: 'yesterday' }), /^time: /],
    [
      'a time in the future',
      createdFact('x', { time: '2026-03-02T12:06:00Z' }),
      /future/,
    ],
    [
      'too much data',
      { ...createdFact('x'), data: { note: 'x'.repeat(65_536) } },
      /larger than 65536 bytes/,
    ],
    [
      'a key that no index takes',
      createdFact('é'.repeat(510), {
        source: 'é'.repeat(510),
        subject: 'component:default/x',
      }),
      /longer than 2000 bytes/,
    ],
    ['a null character', createdFact('a\0b'), /U\+0000/],
    ['a reserved source', createdFact('x', { source: 'catalog' }), /catalog/],
  ])(
    'refuses %s by place and reason and keeps the others',
    async (_, event, reason) => {
      const ingest = await createIngest();
      expect(
        await ingest.ingest([createdFact('1'), event, createdFact('2')], {
          reservedSources: ['catalog'],
        }),
      ).toEqual({
        received: 3,
        accepted: 2,
        duplicates: 0,
        rejected: [{ index: 1, reason: expect.stringMatching(reason) }],
      });
    },
  );

  it('refuses other content under a known id, also within a batch', async () => {
    const ingest = await createIngest();
    await ingest.ingest([createdFact('1')]);
    const later = { time: '2026-03-02T11:00:00.000Z' };
    expect(
      await ingest.ingest([
        'nonsense',
        createdFact('1', later),
        createdFact('2'),
        createdFact('2', later),
        createdFact('2'),
      ]),
    ).toEqual({
      received: 5,
      accepted: 1,
      duplicates: 1,
      rejected: [
        { index: 0, reason: expect.stringMatching(/expected object/i) },
        { index: 1, reason: expect.stringMatching(/^id: known with other/) },
        { index: 3, reason: expect.stringMatching(/^id: known with other/) },
      ],
    });
  });

  it('takes a fact whose team has changed since for the same', async () => {
    const ingest = await createIngest();
    await ingest.ingest([createdFact('1', { team: 'group:default/shop' })]);
    expect(
      await ingest.ingest([createdFact('1', { team: 'group:default/pay' })]),
    ).toMatchObject({ duplicates: 1, rejected: [] });
  });

  it('keeps what it does not know', async () => {
    const ingest = await createIngest();
    const report = await ingest.ingest([
      { ...createdFact('1'), type: 'dev.fairway.moon.landed' },
      { ...createdFact('2'), type: 'org.other', subject: undefined, data: 7 },
    ]);
    expect(report).toMatchObject({ accepted: 2, rejected: [] });
  });

  it('stores nothing where there is nothing', async () => {
    const ingest = await createIngest();
    expect(await ingest.ingest([])).toEqual({
      received: 0,
      accepted: 0,
      duplicates: 0,
      rejected: [],
    });
  });
});
