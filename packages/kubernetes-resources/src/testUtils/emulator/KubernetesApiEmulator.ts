import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toError } from '@backstage/errors';
import type { AdmissionPlugin } from './AdmissionPlugin';
import type {
  EmulatorGroup,
  EmulatorUser,
  ResourceAttributes,
} from './Authorizer';
import { Authorizer } from './Authorizer';
import type { Clock } from './Clock';
import { systemClock } from './Clock';
import type { Fault } from './FaultInjection';
import { FaultInjection } from './FaultInjection';
import { sendAnswer } from './HttpAnswer';
import { apiErrors, KubernetesApiError } from './KubernetesApiError';
import { RequestRouter } from './RequestRouter';
import type { ResourceDefinition } from './ResourceDefinition';
import { ResourceStore } from './ResourceStore';
import type { UserInfo } from './UserInfo';
import { WatchConnections } from './WatchConnections';

/**
 * A Kubernetes API server without a cluster: real HTTP, the answers of kube-apiserver 1.36 as far as a client of the
 * resource API sees them, and an in-process store for what plays the controllers.
 *
 * @public
 */
export class KubernetesApiEmulator {
  readonly store: ResourceStore;
  readonly #router: RequestRouter;
  readonly #watches: WatchConnections;
  readonly #authorizer: Authorizer;
  readonly #faults = new FaultInjection();

  private constructor(
    store: ResourceStore,
    router: RequestRouter,
    watches: WatchConnections,
    authorizer: Authorizer,
  ) {
    this.store = store;
    this.#authorizer = authorizer;
    this.#router = router;
    this.#watches = watches;
  }

  static create(options: {
    readonly resources: readonly ResourceDefinition[];
    readonly users: readonly EmulatorUser[];
    readonly groups?: readonly EmulatorGroup[];
    /** For timestamps; default the time of the machine. Timeouts of watches are always real time. */
    readonly clock?: Clock;
    readonly admission?: readonly AdmissionPlugin[];
    /** For uids and generated names; default `Math.random`. */
    readonly random?: () => number;
    /** Revision before the first write; default 1. */
    readonly initialRevision?: number;
  }): KubernetesApiEmulator {
    const clock = options.clock ?? systemClock;
    const authorizer = new Authorizer(options.users, options.groups);
    const store = new ResourceStore({
      definitions: options.resources,
      clock,
      random: options.random ?? Math.random,
      admission: options.admission ?? [],
      authorizer,
      initialRevision: options.initialRevision ?? 1,
    });
    return new KubernetesApiEmulator(
      store,
      new RequestRouter({ store, authorizer, clock }),
      new WatchConnections(clock),
      authorizer,
    );
  }

  /** Whose token it is, for what stands beside the API server and takes the same tokens. */
  authenticate(token: string): UserInfo | undefined {
    return this.#authorizer.authenticate(token);
  }

  /** Whether somebody has a right, as a SubjectAccessReview answers it. */
  allows(user: UserInfo, attributes: ResourceAttributes): boolean {
    return this.#authorizer.allows(user, attributes);
  }

  /** Answers one request; can be mounted under a prefix that is cut off `request.url` before. */
  readonly handler = (
    request: IncomingMessage,
    response: ServerResponse,
  ): void => {
    if (!this.#faults.available) {
      request.socket.destroy();
      return;
    }
    const fault = this.#faults.take(request.url ?? '');
    if (fault) {
      sendAnswer(request, response, {
        code: fault.status,
        body: fault.body ?? `status ${fault.status}\n`,
        contentType: fault.contentType,
        headers: fault.headers,
      });
      return;
    }
    this.#answer(request, response).catch(error =>
      this.#fail(request, response, error),
    );
  };

  /** Serves on 127.0.0.1, on a free port unless one is given. */
  async listen(options: { readonly port?: number } = {}): Promise<{
    readonly url: string;
    close(): Promise<void>;
  }> {
    const server: Server = createServer(this.handler);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: async () => {
        const closed = new Promise<void>(resolve => {
          server.close(() => resolve());
        });
        this.#watches.cutAll();
        server.closeAllConnections();
        await closed;
      },
    };
  }

  /** How many watches are open. */
  get watchCount(): number {
    return this.#watches.size;
  }

  /** Forgets the past: older continue tokens and watch starts are answered with 410. */
  compact(): void {
    this.store.compact();
  }

  /** Ends all open watches; `abruptly` breaks the connections off instead. */
  disconnectWatches(options: { readonly abruptly?: boolean } = {}): void {
    if (options.abruptly) {
      this.#watches.cutAll();
    } else {
      this.#watches.endAll();
    }
  }

  /** Sends a bookmark now on all watches that asked for bookmarks. */
  sendBookmarks(): void {
    this.#watches.sendBookmarks();
  }

  /** Makes the next requests fail. */
  failNext(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** While false, connections are broken off without an answer, open watches too. */
  setAvailable(available: boolean): void {
    this.#faults.setAvailable(available);
    if (!available) {
      this.#watches.cutAll();
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const routed = await this.#router.route(request);
    if (routed.kind === 'answer') {
      sendAnswer(request, response, routed.answer);
    } else {
      this.#watches.open({ request, response, ...routed });
    }
  }

  #fail(
    request: IncomingMessage,
    response: ServerResponse,
    error: unknown,
  ): void {
    const known =
      error instanceof KubernetesApiError
        ? error
        : apiErrors.internal(toError(error).message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendAnswer(request, response, {
      code: known.code,
      body: known.status ?? known.message,
      headers: known.headers,
    });
  }
}
