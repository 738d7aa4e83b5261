import { readFileSync } from 'node:fs';
import { Agent } from 'undici';
import { readToken, type ClusterCredential } from './ClusterCredential';
import type {
  ClusterRequest,
  ClusterResponse,
  ClusterTransport,
} from './ClusterTransport';
import { sendRequest } from './sendRequest';

/** What is needed to talk to an API server without a detour. */
export interface DirectAddress {
  /** May have a base path, as behind Rancher: `https://rancher/k8s/clusters/c-1`. */
  readonly url: string;
  readonly credential: ClusterCredential;
  /** Base64 of a PEM bundle. */
  readonly caData?: string;
  readonly caFile?: string;
  readonly skipTLSVerify: boolean;
}

/** Straight to the API server, over connections that are kept open and really end on abort. */
export class DirectTransport implements ClusterTransport {
  static create(address: DirectAddress): DirectTransport {
    return new DirectTransport(address);
  }

  readonly announcesIdleWatches = true;
  readonly carriesImpersonation = true;
  readonly #address: DirectAddress;
  readonly #agent: Agent;

  private constructor(address: DirectAddress) {
    this.#address = address;
    this.#agent = new Agent({
      connect: {
        ca: readCertificates(address),
        rejectUnauthorized: !address.skipTLSVerify,
      },
    });
  }

  async send(request: ClusterRequest): Promise<ClusterResponse> {
    const token = await readToken(this.#address.credential);
    const response = await sendRequest({
      dispatcher: this.#agent,
      baseUrl: this.#address.url,
      request,
      headers: { authorization: `Bearer ${token}` },
      signal: request.signal,
    });
    return { ...response, discard: () => response.body.destroy() };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function readCertificates(address: DirectAddress): Buffer | undefined {
  if (address.caFile) {
    return readFileSync(address.caFile);
  }
  return address.caData ? Buffer.from(address.caData, 'base64') : undefined;
}
