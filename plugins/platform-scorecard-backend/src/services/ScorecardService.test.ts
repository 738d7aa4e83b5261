import { TestDatabases } from '@backstage/backend-test-utils';
import {
  factListSchema,
  scorecardSchema,
} from '@fairway/plugin-platform-scorecard-common';
import { createdFact } from '../__testUtils__/createdFact';
import { createStore } from '../__testUtils__/createStore';
import { ScorecardService } from './ScorecardService';

const NOW = Date.parse('2026-03-12T10:00:00Z');
const PATH = 'template:default/standard';

describe('ScorecardService', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function createService() {
      const { store } = await createStore(databases, databaseId);
      const service = ScorecardService.create({
        getStore: () => store,
        timeZone: 'UTC',
        syntheticSources: ['demo'],
        polledSources: [
          {
            id: 'catalog',
            consequence:
              'services that came or went since then are not counted',
          },
        ],
        now: () => NOW,
      });
      return { store, service };
    }

    it('says that nothing is known where nothing was seen', async () => {
      const { service } = await createService();
      const scorecard = await service.getScorecard({ synthetic: 'include' });
      expect(scorecardSchema.parse(scorecard)).toEqual(
        scorecardSchema.parse(JSON.parse(JSON.stringify(scorecard))),
      );
      expect(scorecard).toMatchObject({
        asOf: '2026-03-12T10:00:00.000Z',
        adoption: { share: { kind: 'no-data' }, services: 0 },
        timeToValue: { median: { kind: 'no-data' }, open: 0 },
        warnings: [],
        sources: [{ source: 'catalog', facts: 0, poll: {} }],
      });
      expect(scorecard.weeks).toHaveLength(26);
      expect(scorecard.weeks[25]).toMatchObject({
        week: '2026-W11',
        partial: true,
        adoption: { kind: 'no-data' },
      });
    });

    it('computes the numbers, and leaves simulated facts out on request', async () => {
      const { store, service } = await createService();
      await store.insert(
        [
          createdFact('1', { data: { path: PATH } }),
          createdFact('2', { source: 'demo' }),
          createdFact('3', { source: 'demo' }),
          {
            ...createdFact('r'),
            type: 'dev.fairway.service.reached-production',
            subject: 'component:default/service-1',
            time: '2026-03-06T10:00:00.000Z',
            data: {
              controlPlane: 'platform',
              project: 'one',
              stage: 'prod',
              promotion: 'prod.1',
            },
          },
        ],
        NOW,
      );
      const all = await service.getScorecard({ synthetic: 'include' });
      // One of three on a path; one reached production after 4 of at most 10 days.
      expect(all).toMatchObject({
        syntheticIncluded: true,
        adoption: { onPath: 1, services: 3 },
        timeToValue: {
          median: { kind: 'not-reached', atLeast: 10 },
          reached: 1,
          open: 2,
        },
      });
      const real = await service.getScorecard({ synthetic: 'exclude' });
      expect(real).toMatchObject({
        syntheticIncluded: false,
        adoption: { onPath: 1, services: 1 },
        timeToValue: {
          median: { kind: 'reached', value: 4 },
          reached: 1,
          open: 0,
        },
      });
      // At the end of the week of 2 March service 1 was in production; the week before nothing was there.
      expect(real.weeks[24]).toMatchObject({
        week: '2026-W10',
        adoption: { value: 1, n: 1 },
        timeToValue: { value: 4 },
      });
      expect(real.weeks[23].adoption).toEqual({ kind: 'no-data' });
    });

    it('says which source is behind and what that means', async () => {
      const { store, service } = await createService();
      await store.saveSourceState({
        source: 'catalog',
        lastOkAt: Date.parse('2026-03-12T09:00:00Z'),
        lagMs: 1_500,
        error: 'refused',
      });
      const { sources, warnings } = await service.getScorecard({
        synthetic: 'include',
      });
      expect(sources).toMatchObject([
        {
          source: 'catalog',
          poll: {
            lastOkAt: '2026-03-12T09:00:00.000Z',
            lagSeconds: 2,
            error: 'refused',
          },
        },
      ]);
      expect(warnings).toEqual([
        'The source catalog has not been read since 2026-03-12T09:00:00.000Z: services that came or went since then are not counted.',
      ]);
    });

    it('lists the facts behind the numbers', async () => {
      const { store, service } = await createService();
      await store.insert(
        [createdFact('1'), createdFact('2', { source: 'demo' })],
        NOW,
      );
      const page = await service.listFacts({ synthetic: 'include', limit: 1 });
      expect(factListSchema.parse(page).items).toEqual([
        {
          source: 'demo',
          id: '2',
          kind: 'service.created',
          subject: 'component:default/service-2',
          team: undefined,
          time: '2026-03-02T10:00:00.000Z',
          observedAt: '2026-03-12T10:00:00.000Z',
          synthetic: true,
          known: true,
          data: {},
        },
      ]);
      const next = await service.listFacts({
        synthetic: 'include',
        limit: 10,
        cursor: page.nextCursor,
      });
      expect(next.items.map(({ id }) => id)).toEqual(['1']);
      expect(next.nextCursor).toBeUndefined();
    });
  });
});
