import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { closeActing, startActing } from '../__testUtils__/actingBackend';
import { SHOP } from '../__testUtils__/shopControlPlane';

jest.setTimeout(60_000);

const OLD = '1111111aaaa';
const NEW = '2222222bbbb';
const TOKEN = 'anna-token';

const kargo = (plural: string) => ({
  group: 'kargo.akuity.io',
  version: 'v1alpha1',
  plural,
});

const promotionSchema = z.object({
  spec: z.object({ stage: z.string() }),
  status: z
    .object({ phase: z.string().optional(), message: z.string().optional() })
    .optional(),
});
const heldSchema = z.object({
  status: z.object({ autoPromotionHolds: z.record(z.string(), z.object({})) }),
});

type Acting = Awaited<ReturnType<typeof startActing>>;

afterEach(closeActing);

function promotionsOf({ store }: Acting, stage: string) {
  return store
    .list(kargo('promotions'), { namespace: SHOP })
    .filter(object => promotionSchema.parse(object).spec.stage === stage);
}

async function historyOf(acting: Acting) {
  const { body } = await acting.get('/history?kind=action&limit=100');
  return body.items.map(
    ({
      entry,
    }: {
      entry: Record<'action' | 'outcome' | 'stage' | 'reason', string> & {
        actor: { name: string };
      };
    }) => [entry.action, entry.outcome, entry.stage, entry.actor.name],
  );
}

/** Freight is in test, verified, and can go on to both productions. */
async function promoteToTest(acting: Acting, token?: string) {
  const { status, body } = await acting.act(
    { action: 'promote', stage: 'test', freight: NEW, intent: 'promote' },
    { token },
  );
  expect([status, body.error?.message]).toEqual([200, undefined]);
  await acting.until(async () => {
    const { body: view } = await acting.check(
      { action: 'promote-downstream', stage: 'test', freight: NEW },
      token,
    );
    return view.targets?.some(
      ({ decision }: { decision: string }) => decision === 'clear',
    );
  });
}

const ANNA = 'user:default/anna';

describe.each(['kubernetes', 'kargo-api'] as const)('through %s', executor => {
  const token = executor === 'kargo-api' ? TOKEN : undefined;

  it('promotes to all stages downstream, each for itself', async () => {
    const acting = await startActing({ executor });
    await promoteToTest(acting, token);
    const requestId = randomUUID();
    const order = {
      action: 'promote-downstream',
      stage: 'test',
      freight: '1.8.4',
    } as const;
    const { status, body } = await acting.act(order, { token, requestId });
    expect(status).toBe(200);
    expect(body.results).toEqual([
      {
        subject: { kind: 'Stage', name: 'prod-eu' },
        outcome: 'executed',
        promotion: expect.stringMatching(/^prod-eu\./),
      },
      {
        subject: { kind: 'Stage', name: 'prod-us' },
        outcome: 'blocked',
        message: expect.stringContaining(
          'Promotions of the class infrastructure are not carried out here.',
        ),
      },
    ]);
    const again = await acting.act(order, { token, requestId });
    expect(again.body).toEqual(body);
    expect(promotionsOf(acting, 'prod-eu')).toHaveLength(1);
    expect(await historyOf(acting)).toEqual(
      expect.arrayContaining([
        ['promote-downstream', 'requested', 'prod-eu', ANNA],
        ['promote-downstream', 'executed', 'prod-eu', ANNA],
      ]),
    );
  });

  it('aborts what runs, in the name of the person, and nothing that has ended', async () => {
    const acting = await startActing({ executor, speed: 0.25 });
    const { body } = await acting.act(
      { action: 'promote', stage: 'test', freight: NEW, intent: 'promote' },
      { token },
    );
    const promotion: string = body.results[0].promotion;
    const order = { action: 'abort', promotion } as const;
    await acting.until(
      async () => (await acting.check(order, token)).status === 200,
    );
    const { status, body: answer } = await acting.act(order, { token });
    expect([status, answer.error?.message]).toEqual([200, undefined]);
    const ended = () =>
      promotionSchema.parse(
        acting.store.get(kargo('promotions'), {
          namespace: SHOP,
          name: promotion,
        }),
      ).status;
    await acting.until(() => ended()?.phase === 'Aborted');
    expect(ended()?.message).toBe('Promotion terminated by kubernetes:anna');
    await acting.until(
      async () =>
        (await acting.check(order, token)).body.targets[0].decision ===
        'blocked',
    );
    const late = await acting.act(order, { token });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toBe(
      `The promotion ${promotion} has ended already (Aborted); there is nothing to abort.`,
    );
    expect(await historyOf(acting)).toEqual(
      expect.arrayContaining([['abort', 'executed', 'test', ANNA]]),
    );
  });

  it('resumes auto-promotion by promoting what it would pick', async () => {
    const acting = await startActing({ executor });
    await acting.until(() => promotionsOf(acting, 'held').length === 1);
    const order = {
      action: 'resume-auto-promotion',
      stage: 'held',
      origin: `Warehouse/${SHOP}`,
    } as const;
    await acting.until(async () => {
      const { body } = await acting.check(order, token);
      return body.targets?.[0].blockers.length === 1;
    });
    const { body: free } = await acting.check(order, token);
    expect(free.targets[0].blockers).toMatchObject([{ control: 'hold' }]);
    // Going back by hand holds auto-promotion.
    const back = await acting.act(
      { action: 'promote', stage: 'held', freight: OLD, intent: 'rollback' },
      { token },
    );
    expect([back.status, back.body.error?.message]).toEqual([200, undefined]);
    await acting.until(async () => {
      const { body } = await acting.check(order, token);
      return body.targets[0].decision === 'clear';
    });
    const { body: held } = await acting.check(order, token);
    expect(held.targets[0]).toMatchObject({
      freight: NEW,
      version: '1.8.4',
      warnings: expect.arrayContaining([
        expect.objectContaining({
          control: 'hold',
          message: `${OLD} leaves held: Kargo promotes ${NEW} at once, and newer freight by itself from then on.`,
        }),
      ]),
    });
    const { status } = await acting.act(order, { token });
    expect(status).toBe(200);
    const holds = () =>
      heldSchema.parse(
        acting.store.get(kargo('stages'), { namespace: SHOP, name: 'held' }),
      ).status.autoPromotionHolds;
    await acting.until(() => Object.keys(holds()).length === 0);
  });
});

describe('through Kubernetes', () => {
  it.each([
    [
      { action: 'approve-freight', stage: 'prod-eu', freight: NEW } as const,
      /whoever may approve any freight may approve it for every stage/,
    ],
    [
      { action: 'refresh', kind: 'Stage', name: 'test' } as const,
      /the right to patch stages and warehouses/,
    ],
    [
      { action: 'reverify', stage: 'test' } as const,
      /the right to patch stages/,
    ],
  ])('does not %j, and says why', async (order, reason) => {
    const acting = await startActing({ executor: 'kubernetes' });
    const { body } = await acting.check(order);
    expect(body.targets[0].blockers).toContainEqual(
      expect.objectContaining({
        control: 'executor',
        message: expect.stringMatching(reason),
      }),
    );
    const { status, body: refused } = await acting.act(order);
    expect(status).toBe(409);
    expect(refused.error.message).toMatch(reason);
    expect(
      JSON.stringify(acting.store.list(kargo('freights'), { namespace: SHOP })),
    ).not.toContain('approvedFor');
    expect(
      acting.store.get(kargo('stages'), { namespace: SHOP, name: 'test' })
        ?.metadata.annotations,
    ).toBeUndefined();
    expect(await historyOf(acting)).toEqual([]);
    const { body: available } = await acting.get('/actions/demo');
    expect(available.stages).toEqual(['held', 'prod-eu', 'test']);
    expect(available.warehouses).toEqual([SHOP]);
    expect(
      available.unsupported.map(({ action }: { action: string }) => action),
    ).toEqual(['approve-freight', 'refresh', 'reverify']);
  });

  it('lets nobody abort whom the control plane does not let', async () => {
    const acting = await startActing({ executor: 'kubernetes', speed: 0.25 });
    const { body } = await acting.act({
      action: 'promote',
      stage: 'test',
      freight: NEW,
      intent: 'promote',
    });
    const { promotion } = body.results[0];
    await acting.until(
      async () =>
        (await acting.check({ action: 'abort', promotion })).status === 200,
    );
    const { status, body: refused } = await acting.act(
      { action: 'abort', promotion },
      { who: 'ben' },
    );
    expect(status).toBe(409);
    expect(refused.error.message).toContain(
      'The control plane demo does not let you: it needs patch on promotions in shop.',
    );
  });
});

describe('through the API of Kargo', () => {
  it('approves freight by hand where it is not available, past the stage before', async () => {
    const acting = await startActing({ executor: 'kargo-api' });
    const order = {
      action: 'approve-freight',
      stage: 'prod-eu',
      freight: '1.8.4',
    } as const;
    const { status, body } = await acting.act(order, { token: TOKEN });
    expect([status, body.error?.message]).toEqual([200, undefined]);
    await acting.until(async () => {
      const { body: view } = await acting.check(order, TOKEN);
      return view.targets[0].decision === 'blocked';
    });
    const late = await acting.act(order, { token: TOKEN });
    expect(late.body.error.message).toBe(
      'The freight is available to prod-eu already; promote it.',
    );
  });

  it.each([
    [
      { verificationRequired: true },
      'The risk class application requires verification, and the freight is not verified.',
    ],
    [
      { minimumSoak: 'PT1H' },
      'The risk class application requires 1 hour of soak; 1 hour are left.',
    ],
    [
      { approvers: { count: 1, groups: ['group:default/release'] } },
      '1 person other than who asks must approve; no approval has been asked for.',
    ],
  ])(
    'approves no freight by hand where the class wants %j',
    async (riskClass, message) => {
      const acting = await startActing({ executor: 'kargo-api', riskClass });
      const { status, body } = await acting.act(
        { action: 'approve-freight', stage: 'prod-eu', freight: NEW },
        { token: TOKEN },
      );
      expect(status).toBe(409);
      expect(body.error.message).toContain(message);
    },
  );

  it('counts the approval of a class for who asked for it, and keeps it for the promotion', async () => {
    const people = ['user:default/anna', 'user:default/ben'];
    const acting = await startActing({
      executor: 'kargo-api',
      riskClass: { approvers: { count: 1, groups: people } },
    });
    const order = {
      action: 'approve-freight',
      stage: 'prod-eu',
      freight: NEW,
    } as const;
    const { body: asked } = await acting.send(
      '/approvals',
      {
        controlPlane: 'demo',
        stage: 'prod-eu',
        freight: NEW,
        reason: 'customers cannot pay',
      },
      'anna',
    );
    await acting.send(
      `/approvals/${asked.request.id}/decision`,
      { verdict: 'approve' },
      'ben',
    );
    const others = await acting.act(order, { token: TOKEN, who: 'ben' });
    expect(others.body.error.message).toContain(
      '1 person other than who asks must approve',
    );
    expect((await acting.act(order, { token: TOKEN })).status).toBe(200);
    const { body } = await acting.get('/approvals');
    expect(body.requests).toMatchObject([{ state: 'approved' }]);
  });

  it('refreshes and verifies again', async () => {
    const acting = await startActing({ executor: 'kargo-api' });
    const none = await acting.act(
      { action: 'reverify', stage: 'test' },
      { token: TOKEN },
    );
    expect(none.body.error.message).toBe(
      'test has no verification that could be repeated.',
    );
    await promoteToTest(acting, TOKEN);
    const { status } = await acting.act(
      { action: 'reverify', stage: 'test' },
      { token: TOKEN },
    );
    expect(status).toBe(200);
    for (const kind of ['Stage', 'Warehouse'] as const) {
      const name = kind === 'Stage' ? 'test' : SHOP;
      const refreshed = await acting.act(
        { action: 'refresh', kind, name },
        { token: TOKEN },
      );
      expect(refreshed.body.results).toEqual([
        { subject: { kind, name }, outcome: 'executed' },
      ]);
    }
    const warehouse = acting.store.get(kargo('warehouses'), {
      namespace: SHOP,
      name: SHOP,
    });
    expect(warehouse?.metadata.annotations).toHaveProperty([
      'kargo.akuity.io/refresh',
    ]);
    await acting.until(async () => {
      const { body } = await acting.get('/stages/demo/test');
      return body.history[0].verifications.length === 2;
    });
    expect(await historyOf(acting)).toEqual(
      expect.arrayContaining([
        ['reverify', 'executed', 'test', ANNA],
        ['refresh', 'executed', 'held', ANNA],
      ]),
    );
  });

  it('does nothing without the token of the person, and says whose it is to get one', async () => {
    const acting = await startActing({ executor: 'kargo-api' });
    const order = { action: 'refresh', kind: 'Stage', name: 'test' } as const;
    const { body } = await acting.check(order);
    expect(body.targets[0].blockers).toMatchObject([
      { control: 'executor', whoCanAct: 'caller' },
    ]);
    expect((await acting.act(order)).status).toBe(409);
    const { body: without } = await acting.get('/actions/demo');
    expect(without.unsupported).toHaveLength(7);
    const { body: available } = await acting.get('/actions/demo', TOKEN);
    expect(available.unsupported).toEqual([]);
  });

  it.each([
    ['wrong', /Kargo does not accept your token: invalid token/],
    ['ben-token', /promote is not permitted/],
  ])('says what Kargo says to the token %s', async (token, message) => {
    const acting = await startActing({ executor: 'kargo-api' });
    const { status, body } = await acting.act(
      { action: 'promote', stage: 'test', freight: NEW, intent: 'promote' },
      { token },
    );
    expect(status).toBe(409);
    expect(body.error.message).toMatch(message);
    expect(promotionsOf(acting, 'test')).toEqual([]);
  });

  it('keeps the token nowhere', async () => {
    const acting = await startActing({ executor: 'kargo-api' });
    await acting.act(
      { action: 'refresh', kind: 'Stage', name: 'test' },
      { token: TOKEN },
    );
    await acting.act(
      { action: 'promote', stage: 'moon', freight: NEW, intent: 'promote' },
      { token: TOKEN },
    );
    await acting.act({ action: 'reverify', stage: 'test' }, { token: 'a b' });
    const { body: history } = await acting.get('/history?limit=100');
    const { info, warn, error, debug } = acting.logger;
    const kept = JSON.stringify([
      history,
      acting.audit,
      [info, warn, error, debug].map(({ mock }) => mock.calls),
    ]);
    expect(acting.audit.length).toBe(3);
    expect(kept).not.toContain(TOKEN);
    expect(kept).not.toContain('a b');
  });
});

describe('resuming auto-promotion', () => {
  it.each([
    [
      `Warehouse/${SHOP}`,
      'No freight of Warehouse/shop is available to prod-eu now, with which auto-promotion could go on.',
    ],
    ['Warehouse/moon', 'prod-eu takes no freight of Warehouse/moon.'],
  ])('from %s needs something to go on with', async (origin, message) => {
    const acting = await startActing({ executor: 'kargo-api' });
    const order = {
      action: 'resume-auto-promotion',
      stage: 'prod-eu',
      origin,
    } as const;
    const { body } = await acting.check(order);
    expect(body.targets[0].blockers).toMatchObject([
      { control: 'executor' },
      { control: 'availability', message },
    ]);
    const { status } = await acting.act(order, { token: TOKEN });
    expect(status).toBe(409);
  });
});

describe('broken glass', () => {
  it('makes freight available that the class wants verified, and is kept for its promotion', async () => {
    const acting = await startActing({
      executor: 'kargo-api',
      riskClass: {
        verificationRequired: true,
        approvers: { count: 0, groups: ['user:default/ben'] },
      },
    });
    const order = {
      action: 'approve-freight',
      stage: 'prod-eu',
      freight: NEW,
    } as const;
    const { body: asked } = await acting.send(
      '/approvals',
      {
        controlPlane: 'demo',
        stage: 'prod-eu',
        freight: NEW,
        reason: 'customers cannot pay since noon',
        purpose: 'break-glass',
      },
      'anna',
    );
    await acting.send(
      `/approvals/${asked.request.id}/decision`,
      { verdict: 'approve' },
      'ben',
    );
    const { status, body } = await acting.act(order, { token: TOKEN });
    expect([status, body.error?.message]).toEqual([200, undefined]);
    const { body: history } = await acting.get('/history?kind=override');
    expect(history.items).toMatchObject([
      {
        entry: {
          controls: ['verification'],
          confirmedBy: { name: 'user:default/ben' },
        },
      },
    ]);
    const { body: after } = await acting.get('/approvals');
    expect(after.requests).toMatchObject([{ state: 'approved' }]);
  });

  it('passes over controls once, with a second person, and the history says over which', async () => {
    const acting = await startActing({
      executor: 'kubernetes',
      riskClass: {
        minimumSoak: 'PT1H',
        approvers: { count: 0, groups: ['user:default/ben'] },
      },
    });
    const order = {
      action: 'promote',
      stage: 'test',
      freight: NEW,
      intent: 'promote',
    } as const;
    const without = await acting.act(order);
    expect(without.body.error.message).toMatch(/requires 1 hour of soak/);
    const wanted = {
      controlPlane: 'demo',
      stage: 'test',
      freight: NEW,
      reason: 'customers cannot pay since noon',
      purpose: 'break-glass',
    };
    const { body: asked } = await acting.send('/approvals', wanted, 'anna');
    const decide = (who: string) =>
      acting.send(
        `/approvals/${asked.request.id}/decision`,
        { verdict: 'approve' },
        who,
      );
    expect((await decide('anna')).status).toBe(403);
    expect((await decide('ben')).status).toBe(200);
    const { status } = await acting.act(order);
    expect(status).toBe(200);
    const { body: history } = await acting.get('/history?kind=override');
    expect(history.items).toMatchObject([
      {
        entry: {
          controls: ['soak'],
          actor: { name: 'user:default/anna' },
          confirmedBy: { name: 'user:default/ben' },
          reason: 'The fix for the cart',
        },
      },
    ]);
    const again = await acting.act({ ...order, stage: 'held' });
    expect(again.body.error.message).toMatch(/requires 1 hour of soak/);
  });
});
