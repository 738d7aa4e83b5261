import type { Dispatcher } from 'undici';
import type {
  ClusterRequest,
  ClusterResponse,
  ClusterTransport,
} from './ClusterTransport';
import type { KubernetesBackend } from './KubernetesBackend';
import { sendRequest } from './sendRequest';

/** Header by which the proxy of the `kubernetes` plugin picks the cluster. */
const HEADER_KUBERNETES_CLUSTER = 'backstage-kubernetes-cluster';

/**
 * Through the proxy of the `kubernetes` plugin, which adds the credential of the cluster.
 *
 * @remarks
 * The proxy keeps its own request to the cluster open when we hang up (http-party/node-http-proxy#1586). An answer that
 * is given up is therefore read to its end, which `timeoutSeconds` bounds for a watch.
 */
export class ProxyTransport implements ClusterTransport {
  static create(options: {
    readonly cluster: string;
    readonly backend: KubernetesBackend;
    readonly dispatcher: Dispatcher;
  }): ProxyTransport {
    return new ProxyTransport(options);
  }

  readonly announcesIdleWatches = false;
  readonly carriesImpersonation = false;
  readonly #cluster: string;
  readonly #backend: KubernetesBackend;
  readonly #dispatcher: Dispatcher;

  private constructor(options: {
    readonly cluster: string;
    readonly backend: KubernetesBackend;
    readonly dispatcher: Dispatcher;
  }) {
    this.#cluster = options.cluster;
    this.#backend = options.backend;
    this.#dispatcher = options.dispatcher;
  }

  async send(request: ClusterRequest): Promise<ClusterResponse> {
    const { baseUrl, token } = await this.#backend.call();
    const answer = sendRequest({
      dispatcher: this.#dispatcher,
      baseUrl: `${baseUrl}/proxy`,
      request,
      headers: {
        authorization: `Bearer ${token}`,
        [HEADER_KUBERNETES_CLUSTER]: this.#cluster,
      },
    });
    const response = await unlessAborted(answer, request.signal);
    return { ...response, discard: () => readToEnd(response) };
  }
}

/** Stops waiting on abort but lets the request go on, and reads its answer to the end. */
async function unlessAborted<T extends Pick<ClusterResponse, 'body'>>(
  answer: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) {
    return answer;
  }
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) {
      onAbort();
    }
  });
  try {
    return await Promise.race([answer, aborted]);
  } catch (error) {
    answer.then(readToEnd, () => {});
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function readToEnd(response: Pick<ClusterResponse, 'body'>): void {
  response.body.resume();
}
