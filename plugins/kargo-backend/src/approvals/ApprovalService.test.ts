import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Caller } from '@fairway/plugin-kargo-common';
import {
  ada,
  bo,
  cy,
  dee,
  infrastructure,
  person,
  promotion,
  RELEASE,
} from '../__testUtils__/approvals';
import {
  closeApprovalStores,
  createApprovalStores,
} from '../__testUtils__/createApprovalStores';
import type { ApprovalNews } from './approvalNews';
import { ApprovalService } from './ApprovalService';
import type { ApprovalStore } from './ApprovalStore';

function createServices(stores: readonly ApprovalStore[]) {
  const news: ApprovalNews[] = [];
  const logger = mockServices.logger.mock();
  const clock = { now: new Date('2026-11-21T12:00:00Z') };
  let ids = 0;
  const services = stores.map(store =>
    ApprovalService.create({
      store,
      logger,
      now: () => clock.now,
      createId: () => `request-${(ids += 1)}`,
      lifetime: 'PT4H',
      onNews: item => {
        news.push(item);
      },
    }),
  );
  return { services, news, clock, logger };
}

const asked = {
  caller: ada,
  purpose: 'promotion',
  binding: promotion,
  riskClass: infrastructure,
  ownerRef: undefined,
  reason: 'ready for customers',
} as const;

const binding = { ...promotion, riskClass: 'infrastructure' };

describe('ApprovalService', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  afterAll(closeApprovalStores);

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function setUp() {
      const { stores } = await createApprovalStores(databases, databaseId);
      return createServices(stores);
    }

    it('goes from the request to its use, and tells of each step once', async () => {
      const { services, news } = await setUp();
      const [one, two] = services;
      const { id } = await one.request(asked);
      expect(await two.request({ ...asked, caller: bo })).toMatchObject({ id });
      expect(
        await two.decide({ id, caller: bo, verdict: 'approve' }),
      ).toMatchObject({ state: 'pending' });
      await one.decide({ id, caller: bo, verdict: 'approve' });
      await one.decide({ id, caller: cy, verdict: 'approve', comment: 'fine' });
      expect(await two.use({ ids: [id], caller: ada, binding })).toMatchObject([
        { id, state: 'used' },
      ]);
      expect(await one.get(id)).toMatchObject({
        state: 'used',
        usedBy: { ref: ada.ref },
        decisions: [{ by: { ref: bo.ref } }, { comment: 'fine' }],
      });
      expect(news.map(({ type, actor }) => [type, actor?.ref])).toEqual([
        ['requested', ada.ref],
        ['decided', bo.ref],
        ['approved', cy.ref],
        ['used', ada.ref],
      ]);
      // Groups of the caller are not kept.
      expect(news[1].actor).toEqual({ kind: 'user', ref: bo.ref });
      // It is done with, so another one may be asked for.
      expect((await one.request(asked)).id).not.toBe(id);
    });

    it.each<[string, string, Caller]>([
      ['own', 'NotAllowedError', ada],
      ['an agent', 'NotAllowedError', { ...bo, kind: 'agent', agent: 'x' }],
      ['a stranger', 'NotAllowedError', person('eve')],
    ])('does not let %s approve', async (_, name, caller) => {
      const { services, news } = await setUp();
      const [service] = services;
      const { id } = await service.request(asked);
      await expect(
        service.decide({ id, caller, verdict: 'approve' }),
      ).rejects.toMatchObject({ name });
      expect(news).toHaveLength(1);
    });

    it('refuses in the words of the rules', async () => {
      const { services } = await setUp();
      const [service] = services;
      await expect(
        service.decide({ id: 'none', caller: bo, verdict: 'approve' }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(service.get('none')).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      await expect(
        service.request({ ...asked, purpose: 'break-glass', reason: 'now' }),
      ).rejects.toMatchObject({ name: 'InputError' });
      const { id } = await service.request(asked);
      await expect(
        service.use({ ids: [id], caller: ada, binding }),
      ).rejects.toThrow('The request is not approved yet.');
      await expect(service.withdraw({ id, caller: bo })).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      expect(await service.withdraw({ id, caller: ada })).toMatchObject({
        state: 'withdrawn',
      });
      await expect(
        service.decide({ id, caller: bo, verdict: 'approve' }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('expires requests once, however many replicas look', async () => {
      const { services, news, clock } = await setUp();
      const { id } = await services[0].request(asked);
      clock.now = new Date('2026-11-21T15:59:59.999Z');
      expect(await services[0].expire()).toBe(0);
      clock.now = new Date('2026-11-21T16:00:00Z');
      const counts = await Promise.all(
        [...services, ...services].map(service => service.expire()),
      );
      expect(counts.reduce((sum, count) => sum + count)).toBe(1);
      expect(news.map(({ type }) => type)).toEqual(['requested', 'expired']);
      expect(await services[1].get(id)).toMatchObject({ state: 'expired' });
    });

    it('ends a request that is over when somebody decides or asks again', async () => {
      const { services, news, clock } = await setUp();
      const [service] = services;
      const first = await service.request(asked);
      clock.now = new Date('2026-11-21T16:00:00Z');
      await expect(
        service.decide({ id: first.id, caller: bo, verdict: 'approve' }),
      ).rejects.toThrow('expired');
      const second = await service.request(asked);
      clock.now = new Date('2026-11-21T20:00:00Z');
      const third = await service.request(asked);
      expect(new Set([first.id, second.id, third.id]).size).toBe(3);
      expect(news.map(({ type }) => type)).toEqual([
        'requested',
        'expired',
        'requested',
        'expired',
        'requested',
      ]);
    });

    it('uses up all approvals of a promotion or none', async () => {
      const { services } = await setUp();
      const [service] = services;
      const approval = await service.request(asked);
      const glass = await service.request({
        ...asked,
        purpose: 'break-glass',
        reason: 'customers cannot pay since noon',
      });
      await service.decide({ id: glass.id, caller: bo, verdict: 'approve' });
      const ids = [glass.id, approval.id];
      await expect(
        service.use({ ids, caller: ada, binding }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(await service.get(glass.id)).toMatchObject({ state: 'approved' });
      await service.decide({ id: approval.id, caller: bo, verdict: 'approve' });
      await service.decide({ id: approval.id, caller: cy, verdict: 'approve' });
      expect(await service.use({ ids, caller: ada, binding })).toMatchObject([
        { id: glass.id, state: 'used' },
        { id: approval.id, state: 'used' },
      ]);
    });

    it('lets nothing slip past when replicas act at the same time', async () => {
      const { services, news } = await setUp();
      const act = fc.record({
        replica: fc.constantFrom(0, 1),
        what: fc.constantFrom(
          'approve',
          'approve',
          'approve',
          'use',
          'use',
          'reject',
        ),
        who: fc.constantFrom(ada, bo, cy, dee, {
          ...dee,
          kind: 'agent' as const,
          agent: 'x',
        }),
      });
      let freights = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), {
            minLength: 1,
            maxLength: 4,
          }),
          async rounds => {
            news.length = 0;
            freights += 1;
            const freight = `freight-${freights}`;
            const { id } = await services[0].request({
              ...asked,
              binding: { ...promotion, freight },
            });
            let uses = 0;
            for (const round of rounds) {
              const results = await Promise.allSettled(
                round.map(({ replica, what, who }) => {
                  const service = services[replica];
                  return what === 'use'
                    ? service
                        .use({
                          ids: [id],
                          caller: who,
                          binding: { ...binding, freight },
                        })
                        .then(() => 'used')
                    : service.decide({
                        id,
                        caller: who,
                        verdict: what === 'approve' ? 'approve' : 'reject',
                      });
                }),
              );
              uses += results.filter(
                result =>
                  result.status === 'fulfilled' && result.value === 'used',
              ).length;
            }
            const request = await services[1].get(id);
            const approvers = request.decisions
              .filter(({ verdict }) => verdict === 'approve')
              .map(({ by }) => by.ref);
            expect(uses).toBe(request.state === 'used' ? 1 : 0);
            expect(news.filter(({ type }) => type === 'used')).toHaveLength(
              uses,
            );
            expect(
              news.filter(({ type }) => type === 'approved').length,
            ).toBeLessThanOrEqual(1);
            expect(new Set(approvers).size).toBe(approvers.length);
            expect(approvers).not.toContain(ada.ref);
            expect(
              ['approved', 'used'].includes(request.state)
                ? approvers.length
                : 2,
            ).toBe(2);
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);
  });

  it('does its work where nobody can be told', async () => {
    const { stores } = await createApprovalStores(databases, 'SQLITE_3');
    const logger = mockServices.logger.mock();
    const service = ApprovalService.create({
      store: stores[0],
      logger,
      now: () => new Date('2026-11-21T12:00:00Z'),
      createId: () => '1',
      lifetime: 'PT4H',
      onNews: () => Promise.reject(new Error('no mail')),
    });
    await service.request({ ...asked, reason: `for ${RELEASE}` });
    expect(await service.get('1')).toMatchObject({ state: 'pending' });
    expect(logger.error).toHaveBeenCalledWith(
      'That approval 1 is requested could not be told',
      expect.objectContaining({ message: 'no mail' }),
    );
  });
});
