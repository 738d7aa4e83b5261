import { mockApis } from '@backstage/frontend-test-utils';
import { historyPage } from '../history.fixture';
import { KargoClient } from './KargoClient';
import { calendar } from '../calendar.fixture';
import { portfolio } from '../portfolio.fixture';
import {
  approvalRequest,
  comparison,
  entityPromotions,
  preflight,
  promotionDetail,
  stageDetail,
} from '../promotions.fixture';

function client(response: Response, token?: string) {
  const fetch = jest.fn().mockResolvedValue(response);
  const getToken = jest.fn(async () => token);
  return {
    fetch,
    getToken,
    client: new KargoClient({
      discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
      fetchApi: { fetch },
      tokenApi: { getToken },
    }),
  };
}

const ref = { kind: 'Component', namespace: 'default', name: 'check out' };

describe('KargoClient', () => {
  it('asks for the entity and parses the answer', async () => {
    const { client: api, fetch } = client(Response.json(entityPromotions));
    await expect(api.getEntityPromotions(ref)).resolves.toEqual(
      entityPromotions,
    );
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/kargo/entities/Component/default/check%20out/promotions',
    );
  });

  it('asks for a page of the portfolio with its filters', async () => {
    const { client: api, fetch } = client(Response.json(portfolio));
    await expect(
      api.getPortfolio({ owner: ['group:default/a', 'b'], offset: 25 }),
    ).resolves.toEqual(portfolio);
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/kargo/portfolio?owner=group%3Adefault%2Fa&owner=b&offset=25',
    );
  });

  it('asks for the calendar with its filters', async () => {
    const { client: api, fetch } = client(Response.json(calendar));
    await expect(
      api.getCalendar({ from: '2026-12-01T00:00:00Z', stage: ['a', 'b'] }),
    ).resolves.toEqual(calendar);
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/kargo/calendar?from=2026-12-01T00%3A00%3A00Z&stage=a&stage=b',
    );
  });

  const BASE =
    'http://backend/api/kargo/entities/Component/default/check%20out';
  const part = { controlPlane: 'platform', name: 'prod' };
  const wanted = { controlPlane: 'platform', stage: 'prod', freight: 'f2' };

  it.each<[string, unknown, (api: KargoClient) => Promise<unknown>]>([
    [
      '/promotions/platform/prod',
      promotionDetail,
      api => api.getPromotion(ref, part),
    ],
    ['/stages/platform/prod', stageDetail, api => api.getStage(ref, part)],
    [
      '/calendar?controlPlane=platform',
      calendar,
      api => api.getEntityCalendar(ref, { controlPlane: ['platform'] }),
    ],
    [
      '/comparison?from=a&to=b',
      comparison,
      api => api.compareFreight(ref, { from: 'a', to: 'b' }),
    ],
    [
      '/history?stage=prod&onlyBypasses=true&limit=25',
      historyPage,
      api =>
        api.getHistory(ref, { stage: 'prod', onlyBypasses: true, limit: 25 }),
    ],
  ])('reads %s', async (path, answer, read) => {
    const { client: api, fetch } = client(Response.json(answer));
    await expect(read(api)).resolves.toEqual(answer);
    expect(fetch).toHaveBeenCalledWith(`${BASE}${path}`);
  });

  it.each<[string, object, unknown, (api: KargoClient) => Promise<unknown>]>([
    ['/preflight', wanted, preflight, api => api.preflight(ref, wanted)],
    [
      '/promotions',
      { ...wanted, reason: 'why', requestId: '1' },
      { promotion: 'prod.02' },
      api => api.promote(ref, { ...wanted, reason: 'why', requestId: '1' }),
    ],
    [
      '/approvals',
      { ...wanted, reason: 'why' },
      { request: approvalRequest },
      api => api.requestApproval(ref, { ...wanted, reason: 'why' }),
    ],
    [
      '/approvals/1/decision',
      { verdict: 'reject' },
      { request: approvalRequest },
      api => api.decideApproval(ref, '1', 'reject'),
    ],
    [
      '/approvals/1/withdrawal',
      {},
      { request: approvalRequest },
      api => api.withdrawApproval(ref, '1'),
    ],
  ])('sends %s', async (path, body, answer, send) => {
    const { client: api, fetch } = client(Response.json(answer));
    await send(api);
    expect(fetch).toHaveBeenCalledWith(`${BASE}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  });

  const reverify = {
    action: 'reverify',
    controlPlane: 'platform',
    stage: 'prod',
  } as const;
  const ordered = { order: reverify, reason: 'why', requestId: '1' };
  const noAction = { stages: [], warehouses: [], unsupported: [] };

  it.each<[string, unknown, boolean, (api: KargoClient) => Promise<unknown>]>([
    ['/preflight', preflight, true, api => api.preflight(ref, wanted)],
    [
      '/preflight',
      preflight,
      false,
      api => api.preflight(ref, wanted, { signIn: true }),
    ],
    [
      '/promotions',
      { promotion: 'prod.02' },
      false,
      api => api.promote(ref, { ...wanted, reason: 'why', requestId: '1' }),
    ],
    [
      '/actions/preflight',
      { action: 'reverify', targets: [] },
      true,
      api => api.preflightAction(ref, reverify),
    ],
    [
      '/actions/preflight',
      { action: 'reverify', targets: [] },
      false,
      api => api.preflightAction(ref, reverify, { signIn: true }),
    ],
    ['/actions', { results: [] }, false, api => api.act(ref, ordered)],
    [
      '/actions/platform',
      noAction,
      true,
      api => api.getAvailableActions(ref, 'platform'),
    ],
  ])(
    'sends the token of the person along with %s',
    async (path, answer, optional, send) => {
      const asked = client(Response.json(answer), 'anna.token');
      await expect(send(asked.client)).resolves.toEqual(answer);
      expect(asked.getToken).toHaveBeenCalledWith('platform', { optional });
      expect(asked.fetch).toHaveBeenCalledWith(
        `${BASE}${path}`,
        expect.objectContaining({
          headers: expect.objectContaining({
            'backstage-kargo-token': 'anna.token',
          }),
        }),
      );
    },
  );

  it('sends no token to what needs none', async () => {
    const {
      client: api,
      fetch,
      getToken,
    } = client(Response.json({ request: approvalRequest }), 'anna.token');
    await api.requestApproval(ref, {
      ...wanted,
      reason: 'why',
      purpose: 'break-glass',
    });
    expect(getToken).not.toHaveBeenCalled();
    expect(fetch).toHaveBeenCalledWith(`${BASE}/approvals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...wanted,
        reason: 'why',
        purpose: 'break-glass',
      }),
    });
  });

  it('gives the history as a file', async () => {
    const { client: api, fetch } = client(new Response('a,b'));
    const file = await api.exportHistory(ref, { limit: 25 }, 'csv');
    expect(file.size).toBe(3);
    expect(fetch).toHaveBeenCalledWith(`${BASE}/history/export?format=csv`);
  });

  it('asks for advice and gives a verdict on it', async () => {
    const answer = { status: 'unavailable', reason: 'It refused.' } as const;
    const { client: api, fetch } = client(Response.json(answer));
    const subject = {
      kind: 'stage',
      controlPlane: 'platform',
      name: 'prod',
    } as const;
    const { signal } = new AbortController();
    await expect(api.askAdvice(ref, subject, { signal })).resolves.toEqual(
      answer,
    );
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/kargo/entities/Component/default/check%20out/advice',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ subject }),
        signal,
      },
    );

    const judged = {
      id: '1/2',
      verdict: 'used',
      by: 'user:default/ada',
      at: '2026-11-21T12:00:00Z',
    } as const;
    fetch.mockResolvedValue(Response.json(judged));
    await expect(api.judgeAdvice('1/2', 'used')).resolves.toEqual(judged);
    expect(fetch).toHaveBeenLastCalledWith(
      'http://backend/api/kargo/advice/1%2F2/verdict',
      expect.objectContaining({ body: '{"verdict":"used"}' }),
    );
  });

  it('refuses an answer that is not of the contract', async () => {
    const { client: api } = client(Response.json({ headline: 1 }));
    await expect(api.getEntityPromotions(ref)).rejects.toThrow(/headline/);
  });

  it('gives the error of the backend', async () => {
    const { client: api } = client(
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'You may not' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );
    await expect(api.getEntityPromotions(ref)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });
});
