import { request, type Dispatcher } from 'undici';
import type { ClusterRequest, ClusterResponse } from './ClusterTransport';

/** Sends one request and does not follow redirects, which would carry the token to another host. */
export async function sendRequest(options: {
  readonly dispatcher: Dispatcher;
  readonly baseUrl: string;
  readonly request: ClusterRequest;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}): Promise<Omit<ClusterResponse, 'discard'>> {
  const { dispatcher, baseUrl, request: sent, headers, signal } = options;
  const search = sent.query.toString();
  const url = `${baseUrl.replace(/\/+$/, '')}${sent.path}${
    search && `?${search}`
  }`;
  const response = await request(url, {
    dispatcher,
    method: sent.method,
    headers: { ...sent.headers, ...headers },
    body: sent.body,
    signal,
    headersTimeout: sent.silenceMs,
    bodyTimeout: sent.silenceMs,
  });
  // A body that nobody reads any more may still fail: without a listener that would end the process.
  response.body.on('error', () => {});
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.body,
  };
}
