import { z } from 'zod/v4';
import { PluginJsonClient } from './PluginJsonClient';

function clientOf(answer: Response) {
  return new PluginJsonClient({
    pluginId: 'weather',
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/weather' },
    fetchApi: { fetch: async () => answer },
  });
}

const schema = z.object({ days: z.array(z.object({ rain: z.number() })) });

describe('PluginJsonClient', () => {
  it('gives what the contract says', async () => {
    const client = clientOf(Response.json({ days: [{ rain: 2 }] }));
    await expect(client.get('/week', schema)).resolves.toEqual({
      days: [{ rain: 2 }],
    });
  });

  it('says in a sentence that an answer has another form, and where', async () => {
    const client = clientOf(Response.json({ days: [{ rain: 'much' }] }));
    await expect(client.get('/week', schema)).rejects.toThrow(
      /^The backend has answered in a form that this page does not know \(first at days\.0\.rain\)\. The page and the backend may be of different versions\.$/,
    );
  });

  it('takes the page of a proxy for no answer of the backend', async () => {
    const client = clientOf(new Response('<html>Please sign in</html>'));
    await expect(client.get('/week', schema)).rejects.toThrow(
      'The backend has answered in a form that this page does not know. The page',
    );
  });
});
