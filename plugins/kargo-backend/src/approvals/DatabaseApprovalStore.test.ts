import { TestDatabases } from '@backstage/backend-test-utils';
import { approvalReducer } from '@fairway/plugin-kargo-common';
import { ada, bo, cy, promotion, requestOf } from '../__testUtils__/approvals';
import {
  closeApprovalStores,
  createApprovalStores,
} from '../__testUtils__/createApprovalStores';

const AT = '2026-11-21T13:00:00.000Z';

const approve = (caller: typeof bo) =>
  ({ type: 'decide', caller, verdict: 'approve', at: AT } as const);

describe('DatabaseApprovalStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  afterAll(closeApprovalStores);

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('gives back what was put in and changed', async () => {
      const { stores } = await createApprovalStores(databases, databaseId);
      const [store, other] = stores;
      const request = requestOf('1');
      expect(await store.insert(request)).toEqual({ added: true, request });
      expect(await other.get('1')).toEqual(request);
      expect(await other.get('2')).toBeUndefined();

      const outcome = await other.change(['1'], current =>
        approvalReducer(current, approve(bo)),
      );
      const after = await store.get('1');
      expect(outcome).toEqual({
        status: 'changed',
        changes: [{ before: request, after }],
      });
      expect(after?.decisions).toMatchObject([
        { by: { ref: bo.ref }, verdict: 'approve', at: AT },
      ]);
    });

    it('keeps one open request for a promotion, and room for another purpose or freight', async () => {
      const { stores } = await createApprovalStores(databases, databaseId);
      const [store, other] = stores;
      const first = requestOf('1');
      await store.insert(first);
      expect(await other.insert(requestOf('2'))).toEqual({
        added: false,
        request: first,
      });
      expect(
        await other.insert(requestOf('3', { purpose: 'break-glass' })),
      ).toMatchObject({ added: true });
      expect(
        await other.insert(requestOf('4', { freight: 'other' })),
      ).toMatchObject({ added: true });
      await store.change(['1'], current =>
        approvalReducer(current, { type: 'withdraw', caller: ada, at: AT }),
      );
      expect(await other.insert(requestOf('5'))).toMatchObject({ added: true });
      const inserts = await Promise.all(
        ['6', '7', '8', '9'].map((id, index) =>
          stores[index % 2].insert(requestOf(id, { freight: 'raced' })),
        ),
      );
      expect(inserts.filter(({ added }) => added)).toHaveLength(1);
      expect(new Set(inserts.map(({ request }) => request.id)).size).toBe(1);
    });

    it('changes all or none', async () => {
      const { stores } = await createApprovalStores(databases, databaseId);
      const [store] = stores;
      await store.insert(requestOf('1'));
      await store.insert(requestOf('2', { purpose: 'break-glass' }));
      const refused = await store.change(['1', '2'], current =>
        current.id === '2'
          ? {
              ok: false,
              refusal: { code: 'not-open', message: 'it is closed' },
            }
          : approvalReducer(current, approve(cy)),
      );
      expect(refused).toEqual({
        status: 'refused',
        id: '2',
        refusal: { code: 'not-open', message: 'it is closed' },
      });
      expect(
        await store.change(['1', 'none'], current =>
          approvalReducer(current, approve(cy)),
        ),
      ).toEqual({ status: 'not-found', id: 'none' });
      expect((await store.get('1'))?.decisions).toEqual([]);
    });

    it('writes nothing where nothing changes', async () => {
      const { stores, knex } = await createApprovalStores(
        databases,
        databaseId,
      );
      const [store] = stores;
      await store.insert(requestOf('1'));
      const again = () =>
        store.change(['1'], current => approvalReducer(current, approve(bo)));
      await again();
      expect(await again()).toEqual({ status: 'changed', changes: [] });
      expect(await knex('approvals').select('version')).toEqual([
        { version: 2 },
      ]);
    });

    it('lists by what is asked, the newest first', async () => {
      const { stores } = await createApprovalStores(databases, databaseId);
      const [store] = stores;
      const later = '2026-11-21T12:00:01.000Z';
      await store.insert(requestOf('1'));
      await store.insert(requestOf('2', { freight: 'x', requestedAt: later }));
      await store.change(['1'], current =>
        approvalReducer(current, { type: 'withdraw', caller: ada, at: AT }),
      );
      const ids = async (filter: Parameters<typeof store.list>[0], limit = 9) =>
        (await store.list(filter, { limit })).map(({ id }) => id);
      expect(await ids({})).toEqual(['2', '1']);
      expect(await ids({}, 1)).toEqual(['2']);
      expect(await ids({ state: 'withdrawn' })).toEqual(['1']);
      expect(await ids({ ...promotion })).toEqual(['1']);
      expect(await ids({ stage: 'test' })).toEqual([]);
    });

    it('finds open requests whose time is over', async () => {
      const { stores } = await createApprovalStores(databases, databaseId);
      const [store] = stores;
      await store.insert(requestOf('1'));
      await store.insert(requestOf('2', { freight: 'x' }));
      await store.change(['2'], current =>
        approvalReducer(current, { type: 'withdraw', caller: ada, at: AT }),
      );
      const over = (at: string) => store.listOver({ at, limit: 9 });
      expect(await over('2026-11-22T11:59:59.999Z')).toEqual([]);
      expect(await over('2026-11-22T12:00:00.000Z')).toEqual(['1']);
    });

    it('leaves out a row that cannot be read, and says so', async () => {
      const { stores, knex, logger } = await createApprovalStores(
        databases,
        databaseId,
      );
      const [store] = stores;
      await store.insert(requestOf('1'));
      await store.insert(requestOf('2', { freight: 'x' }));
      await knex('approvals').where({ id: '1' }).update({ request: '{' });
      expect((await store.list({}, { limit: 9 })).map(({ id }) => id)).toEqual([
        '2',
      ]);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('Approval 1 cannot be read'),
      );
      // What cannot be read is never taken for approved.
      await expect(store.get('1')).rejects.toThrow('cannot be read');
    });
  });
});
