import { mockApis } from '@backstage/frontend-test-utils';
import { KargoClient } from './KargoClient';
import { entityPromotions } from '../promotions.fixture';

function client(response: Response) {
  const fetch = jest.fn().mockResolvedValue(response);
  return {
    fetch,
    client: new KargoClient({
      discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
      fetchApi: { fetch },
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
