import type { Readable } from 'node:stream';

/** A request to the Kubernetes API of one cluster. */
export interface ClusterRequest {
  readonly method: 'GET' | 'PATCH' | 'POST';
  /** Starts with `/api` or `/apis`; every segment is encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Longest wait for the first byte of the answer, and between two parts of it. */
  readonly silenceMs: number;
}

/** An answer whose body is still being received. */
export interface ClusterResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
  /** Gives the body up. What that means for the server depends on the transport. */
  discard(): void;
}

/** How requests get to one cluster, with its credential. Redirects are never followed. */
export interface ClusterTransport {
  /**
   * Whether the answer to a watch begins before its first event. A Node.js proxy on the way holds the headers back until
   * there is something to send.
   */
  readonly announcesIdleWatches: boolean;

  /** Whether the API server gets `Impersonate-*` headers as they are sent. */
  readonly carriesImpersonation: boolean;

  /** @throws when there is no answer. The error can hold addresses: it is not for people. */
  send(request: ClusterRequest): Promise<ClusterResponse>;
}
