import { mockCredentials } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  anna,
  ben,
  startPromoting,
  wanted,
} from '../__testUtils__/promotingBackend';

const entityRef = 'component:default/orders';
const ENTITY = '/api/kargo/entities/component/default/orders';
const ACTIONS = '/api/kargo/.backstage/actions/v1/actions';
const MCP = { actor: { subject: 'plugin:mcp-actions' } };

async function start(options?: Parameters<typeof startPromoting>[0]) {
  const { audit, created, server } = await startPromoting(options);
  const agent = `Bearer ${mockCredentials.user.token(anna, MCP)}`;
  const as = (person: string) => ({
    Authorization: mockCredentials.user.header(person),
  });
  return {
    audit,
    created,
    list: () => request(server).get(ACTIONS).set('Authorization', agent),
    invoke: (name: string, input: object = {}, authorization = agent) =>
      request(server)
        .post(`${ACTIONS}/kargo:${name}/invoke`)
        .set('Authorization', authorization)
        .send({ entityRef, ...wanted, ...input }),
    post: (person: string, path: string, body: object) =>
      request(server).post(`${ENTITY}/${path}`).set(as(person)).send(body),
    history: () =>
      request(server).get(`${ENTITY}/history?kind=action`).set(as(anna)),
  };
}

describe('an agent on behalf of a person', () => {
  it('promotes once, however often it asks, and is named in the history', async () => {
    const { invoke, created, history, audit } = await start();
    const requestId = randomUUID();
    const first = await invoke('promote', { requestId });
    const second = await invoke('promote', { requestId });
    expect([first.status, first.body.error?.message]).toEqual([200, undefined]);
    expect(first.body.output.promotion).toMatch(/^test\./);
    expect(second.body).toEqual(first.body);
    expect(created).toHaveLength(1);
    expect(created[0].impersonate).toMatchObject({ user: 'anna' });
    expect(created[0].object).toMatchObject({
      metadata: {
        annotations: {
          'kargo.fairway.dev/requested-by': anna,
          'kargo.fairway.dev/agent': 'plugin:mcp-actions',
        },
      },
    });
    const { items } = (await history()).body;
    expect(items[0].entry).toMatchObject({
      outcome: 'executed',
      reason: wanted.reason,
      actor: { name: anna, agent: 'plugin:mcp-actions' },
    });
    expect(audit).toHaveLength(2);
    expect(audit[0]).toMatchObject({
      eventId: 'promotion-create',
      outcome: 'succeeded',
      meta: { actor: 'plugin:mcp-actions', onBehalfOf: anna, entityRef },
    });
  });

  it('cannot promote past a missing approval, asks for it, and cannot give it', async () => {
    const { invoke, created, audit } = await start({ approvers: 1 });
    // Left out of the JSON: a preflight takes no reason.
    const checked = await invoke('preflight', { reason: undefined });
    expect(checked.body.output).toMatchObject({
      decision: 'blocked',
      blockers: [{ control: 'approvals', whoCanAct: 'caller' }],
    });
    const refused = await invoke('promote', { requestId: randomUUID() });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/must approve/);
    expect(created).toEqual([]);
    const asked = await invoke('request-approval');
    const again = await invoke('request-approval');
    expect(asked.body.output.request).toMatchObject({
      state: 'pending',
      purpose: 'promotion',
      requester: { kind: 'agent', ref: anna, agent: 'plugin:mcp-actions' },
    });
    expect(again.body).toEqual(asked.body);
    expect(audit.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['promotion-create', 'failed'],
      ['approval-request', 'succeeded'],
      ['approval-request', 'succeeded'],
    ]);
  });

  it('promotes with the approval that people gave', async () => {
    const { invoke, post, created } = await start({ approvers: 1 });
    const { id } = (await invoke('request-approval')).body.output.request;
    const own = await post(anna, `approvals/${id}/decision`, {
      verdict: 'approve',
    });
    expect(own.status).toBe(403);
    const other = await post(ben, `approvals/${id}/decision`, {
      verdict: 'approve',
    });
    expect(other.body.request.state).toBe('approved');
    expect((await invoke('promote', { requestId: randomUUID() })).status).toBe(
      200,
    );
    expect(created).toHaveLength(1);
  });

  it('does not pass where people broke the glass for themselves', async () => {
    const { invoke, post, created } = await start({ approvers: 1 });
    const asked = await post(anna, 'approvals', {
      ...wanted,
      purpose: 'break-glass',
      reason: 'customers cannot pay since noon',
    });
    const { id } = asked.body.request;
    await post(ben, `approvals/${id}/decision`, { verdict: 'approve' });
    const byAgent = await invoke('promote', { requestId: randomUUID() });
    expect(byAgent.status).toBe(409);
    expect(byAgent.body.error.message).toBe(
      'Only a person can use this approval.',
    );
    expect(created).toEqual([]);
    const byPerson = await post(anna, 'promotions', {
      ...wanted,
      requestId: randomUUID(),
    });
    expect(byPerson.status).toBe(201);
    expect(created).toHaveLength(1);
  });

  it('is needed: a service alone is refused', async () => {
    const { invoke, created, audit } = await start({ approvers: 1 });
    const service = mockCredentials.service.header();
    for (const [name, input] of [
      ['promote', { requestId: randomUUID() }],
      ['request-approval', {}],
    ] as const) {
      const { status, body } = await invoke(name, input, service);
      expect(status).toBe(403);
      expect(body.error.message).toBe('Only people may do this.');
    }
    expect(created).toEqual([]);
    expect(audit).toMatchObject([
      { outcome: 'failed', error: 'Only people may do this.' },
      { outcome: 'failed', error: 'Only people may do this.' },
    ]);
  });

  it.each(['kargo.promotion.read', 'kargo.promotion.create'])(
    'is denied without %s, and the audit log knows',
    async denied => {
      const { invoke, created, audit } = await start({ denied });
      const { status, body } = await invoke('promote', {
        requestId: randomUUID(),
      });
      expect(status).toBe(403);
      expect(body.error.message).toContain(denied);
      expect(created).toEqual([]);
      expect(audit).toMatchObject([
        { eventId: 'promotion-create', outcome: 'failed' },
      ]);
    },
  );

  it.each([true, false])(
    'finds promote only where it is switched on (%s)',
    async enabled => {
      const { list, invoke } = await start({ enabled });
      const { actions } = (await list()).body;
      const names = actions.map(({ name }: { name: string }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['preflight', 'request-approval']),
      );
      expect(names.includes('promote')).toBe(enabled);
      const { status } = await invoke('promote', { requestId: randomUUID() });
      expect(status).toBe(enabled ? 200 : 404);
    },
  );
});
