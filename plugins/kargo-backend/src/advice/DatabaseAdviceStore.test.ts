import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { ADVICE_ID, recordOf } from '../__testUtils__/advice';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseAdviceStore } from './DatabaseAdviceStore';

const ada = {
  id: ADVICE_ID,
  verdict: 'used',
  by: 'user:default/ada',
  at: '2026-11-21T13:00:00.000Z',
} as const;

describe('DatabaseAdviceStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createStore(databaseId: TestDatabaseId) {
    const knex = await databases.init(databaseId);
    const client = await applyMigrations(mockServices.database({ knex }));
    return DatabaseAdviceStore.create({ client });
  }

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('gives back what was put in', async () => {
      const store = await createStore(databaseId);
      const judged = recordOf({
        id: '5ad3a7b2-43b4-4a07-a3ae-4f3a3f1f9f10',
        subject: { kind: 'stage', controlPlane: 'emea', name: 'prod' },
        judged: { verdict: 'used', by: ada.by, at: ada.at },
      });
      await store.insert(recordOf());
      await store.insert(judged);
      expect(await store.get(ADVICE_ID)).toEqual(recordOf());
      expect(await store.get(judged.id)).toEqual(judged);
      expect(await store.get('none')).toBeUndefined();
    });

    it('keeps who said what of it, and when', async () => {
      const store = await createStore(databaseId);
      await store.insert(recordOf());
      expect(await store.judge(ada)).toEqual(ada);
      const again = { ...ada, at: '2026-11-21T14:00:00.000Z' };
      expect(await store.judge(again)).toEqual(ada);
      const changed = { ...again, verdict: 'dismissed' } as const;
      expect(await store.judge(changed)).toEqual(changed);
      expect((await store.get(ADVICE_ID))?.judged).toEqual({
        verdict: 'dismissed',
        by: ada.by,
        at: again.at,
      });
    });

    it('lets the word of the first person stand', async () => {
      const store = await createStore(databaseId);
      await store.insert(recordOf());
      const verdicts = await Promise.all(
        ['ada', 'bo', 'cy'].map(name =>
          store.judge({ ...ada, by: `user:default/${name}` }),
        ),
      );
      const standing = await store.get(ADVICE_ID);
      expect(new Set(verdicts.map(verdict => verdict?.by))).toEqual(
        new Set([standing?.judged?.by]),
      );
      expect(
        await store.judge({
          ...ada,
          by: 'user:default/dee',
          verdict: 'dismissed',
        }),
      ).toMatchObject({ verdict: 'used', by: standing?.judged?.by });
    });

    it('judges nothing that is not there', async () => {
      const store = await createStore(databaseId);
      expect(await store.judge(ada)).toBeUndefined();
    });
  });
});
