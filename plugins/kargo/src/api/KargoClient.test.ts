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
