import { z } from 'zod/v4';
import type { Dispatcher } from 'undici';
import type { Cluster } from '../service';
import type { KubernetesBackend } from '../transport/KubernetesBackend';
import { sendRequest } from '../transport/sendRequest';
import { accessOfAuthProvider } from './clusterAccess';

const ANSWER_TIMEOUT_MS = 15_000;

const clustersResponseSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      title: z.string().optional(),
      dashboardUrl: z.string().optional(),
      authProvider: z.string(),
    }),
  ),
});

/**
 * The clusters that the `kubernetes` plugin knows, from all its locators.
 *
 * @throws when that plugin is not installed or does not answer.
 */
export async function fetchBackendClusters(options: {
  readonly backend: KubernetesBackend;
  readonly dispatcher: Dispatcher;
}): Promise<readonly Cluster[]> {
  const { baseUrl, token } = await options.backend.call();
  const response = await sendRequest({
    dispatcher: options.dispatcher,
    baseUrl,
    request: {
      method: 'GET',
      path: '/clusters',
      query: new URLSearchParams(),
      headers: { accept: 'application/json', 'accept-encoding': 'identity' },
      silenceMs: ANSWER_TIMEOUT_MS,
    },
    headers: { authorization: `Bearer ${token}` },
  });
  const parts: Buffer[] = [];
  for await (const part of response.body) {
    parts.push(part);
  }
  if (response.status !== 200) {
    throw new Error(`answer with status ${response.status}`);
  }
  const answer: unknown = JSON.parse(Buffer.concat(parts).toString());
  return clustersResponseSchema
    .parse(answer)
    .items.map(({ authProvider, ...cluster }) => ({
      ...cluster,
      access: accessOfAuthProvider(authProvider),
    }));
}
