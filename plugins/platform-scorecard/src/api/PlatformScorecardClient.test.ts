import { mockApis } from '@backstage/frontend-test-utils';
import { facts, scorecard } from '../scorecard.fixture';
import { PlatformScorecardClient } from './PlatformScorecardClient';

function createClient(response: Response) {
  const fetch = jest.fn().mockResolvedValue(response);
  const client = new PlatformScorecardClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('PlatformScorecardClient', () => {
  it('asks for the scorecard and parses the answer', async () => {
    const { client, fetch } = createClient(Response.json(scorecard));
    await expect(
      client.getScorecard({ synthetic: 'exclude' }),
    ).resolves.toEqual(scorecard);
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/platform-scorecard/scorecard?synthetic=exclude',
    );
  });

  it('asks for facts of one kind', async () => {
    const { client, fetch } = createClient(Response.json(facts));
    await expect(
      client.listFacts({
        synthetic: 'include',
        kind: 'service.created',
        limit: 20,
      }),
    ).resolves.toEqual(facts);
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/platform-scorecard/facts?synthetic=include&limit=20&kind=service.created',
    );
  });

  it('refuses an answer that is not of the contract', async () => {
    const { client } = createClient(Response.json({ headline: 1 }));
    await expect(client.getScorecard({ synthetic: 'include' })).rejects.toThrow(
      'form that this page does not know (first at asOf)',
    );
  });

  it('gives the error of the backend', async () => {
    const { client } = createClient(
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'You may not' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );
    await expect(
      client.getScorecard({ synthetic: 'include' }),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 403 });
  });
});
