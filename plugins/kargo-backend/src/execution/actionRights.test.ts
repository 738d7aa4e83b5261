import { closeActing, startActing } from '../__testUtils__/actingBackend';

jest.setTimeout(60_000);

const NEW = '2222222bbbb';
const TOKEN = 'anna-token';

type Acting = Awaited<ReturnType<typeof startActing>>;

afterEach(closeActing);

describe('who may', () => {
  it.each([
    ['kargo.promotion.abort', { action: 'abort', promotion: 'test.1' }],
    [
      'kargo.freight.approve',
      { action: 'approve-freight', stage: 'test', freight: NEW },
    ],
    ...[
      { action: 'promote', stage: 'test', freight: NEW, intent: 'promote' },
      { action: 'promote-downstream', stage: 'test', freight: NEW },
      { action: 'refresh', kind: 'Stage', name: 'test' },
      { action: 'reverify', stage: 'test' },
      { action: 'resume-auto-promotion', stage: 'held', origin: 'w' },
    ].map(order => ['kargo.promotion.create', order] as const),
  ] as ReadonlyArray<readonly [string, Parameters<Acting['act']>[0]]>)(
    'is decided by %s for %j',
    async (denied, order) => {
      const acting = await startActing({ executor: 'kargo-api', denied });
      const { status, body } = await acting.act(order, { token: TOKEN });
      expect(status).toBe(403);
      expect(body.error.message).toContain(denied);
      expect(acting.audit).toMatchObject([
        {
          eventId: 'portal-action',
          outcome: 'failed',
          meta: { action: order.action },
        },
      ]);
    },
  );

  it('is decided by kargo.promotion.read for everything', async () => {
    const denied = 'kargo.promotion.read';
    const acting = await startActing({ executor: 'kargo-api', denied });
    const order = { action: 'refresh', kind: 'Stage', name: 'test' } as const;
    for (const answer of [
      await acting.act(order, { token: TOKEN }),
      await acting.check(order, TOKEN),
      await acting.get('/actions/demo', TOKEN),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain(denied);
    }
  });

  it('is nobody unless it is switched on', async () => {
    const acting = await startActing({ executor: 'kargo-api', enabled: false });
    const order = { action: 'refresh', kind: 'Stage', name: 'test' } as const;
    expect((await acting.act(order, { token: TOKEN })).status).toBe(403);
    expect((await acting.get('/actions/demo', TOKEN)).body).toMatchObject({
      stages: [],
      warehouses: [],
    });
  });

  it.each([
    [{ action: 'refresh', kind: 'Stage', name: 'moon' }, 404],
    [{ action: 'refresh', kind: 'Warehouse', name: 'moon' }, 404],
    [{ action: 'abort', promotion: 'moon' }, 404],
    [{ action: 'reverify', stage: 'moon' }, 404],
    [{ action: 'promote-downstream', stage: 'prod-eu', freight: NEW }, 404],
    [{ action: 'fly', stage: 'moon' }, 400],
    [{ action: 'reverify', stage: 'test', riskClass: 'none' }, 400],
  ])('does not find %j', async (order, status) => {
    const acting = await startActing({ executor: 'kargo-api' });
    const answer = await acting.act(order as Parameters<Acting['act']>[0], {
      token: TOKEN,
    });
    expect(answer.status).toBe(status);
  });

  it.each([{ reason: ' ' }, { requestId: 'once' }])(
    'has to say %j',
    async more => {
      const acting = await startActing({ executor: 'kargo-api' });
      const { status } = await acting.act(
        { action: 'reverify', stage: 'test' },
        { token: TOKEN, ...more },
      );
      expect(status).toBe(400);
    },
  );
});
