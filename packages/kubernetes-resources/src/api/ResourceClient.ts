import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Impersonation, ResourceQuery, ResourceType } from '../service';
import type { ClusterTransport } from '../transport/ClusterTransport';
import type { ClusterAnswer } from './ClusterAnswer';
import { ClusterRequests, type JsonAnswer } from './ClusterRequests';
import { failureWithoutAnswer } from './clusterFailure';
import { isJsonObject } from './jsonObject';
import { listPages, type ListStep } from './listPages';
import { resourcePath } from './resourcePath';
import { ServedResources } from './ServedResources';
import { watchSteps, type WatchOptions, type WatchStep } from './watchSteps';

/** What to apply, and how. */
export interface ApplyOptions {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly object: JsonObject;
  readonly fieldManager: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** What to create, and as whom. */
export interface CreateOptions {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly object: JsonObject;
  readonly impersonate?: Impersonation;
}

/** What to change of which object, and as whom. */
export interface PatchOptions {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly name: string;
  /** JSON merge patch (RFC 7396). */
  readonly patch: JsonObject;
  readonly impersonate?: Impersonation;
}

/** The resources of one cluster, over one transport. */
export class ResourceClient {
  static create(options: {
    readonly transport: ClusterTransport;
    readonly served?: ServedResources;
  }): ResourceClient {
    return new ResourceClient(
      options.transport,
      options.served ?? new ServedResources(),
    );
  }

  readonly #transport: ClusterTransport;
  readonly #requests: ClusterRequests;
  readonly #served: ServedResources;

  private constructor(transport: ClusterTransport, served: ServedResources) {
    this.#transport = transport;
    this.#requests = ClusterRequests.create({ transport });
    this.#served = served;
  }

  get announcesIdleWatches(): boolean {
    return this.#transport.announcesIdleWatches;
  }

  pages(query: ResourceQuery, signal?: AbortSignal): AsyncGenerator<ListStep> {
    return listPages({ requests: this.#requests, query, signal });
  }

  watch(query: ResourceQuery, watch: WatchOptions): AsyncGenerator<WatchStep> {
    return watchSteps({ transport: this.#transport, query, watch });
  }

  async list(
    query: ResourceQuery,
  ): Promise<ClusterAnswer<readonly JsonObject[]>> {
    let objects: JsonObject[] = [];
    for await (const step of this.pages(query)) {
      if (step.type === 'failed') {
        return { ok: false, failure: step.failure };
      }
      objects =
        step.type === 'restart'
          ? []
          : objects.concat(step.items.filter(isJsonObject));
    }
    return { ok: true, value: objects };
  }

  async get(
    query: ResourceQuery & {
      readonly name: string;
      readonly subresource?: string;
    },
  ): Promise<ClusterAnswer<JsonObject>> {
    return readObject(await this.#requests.get({ path: resourcePath(query) }));
  }

  async serves(resource: ResourceType): Promise<ClusterAnswer<boolean>> {
    return this.#served.serves(this.#requests, resource);
  }

  async create(options: CreateOptions): Promise<ClusterAnswer<JsonObject>> {
    const { resource, namespace, object, impersonate } = options;
    return this.#as(impersonate, headers =>
      this.#requests.post({
        path: resourcePath({ resource, namespace }),
        body: JSON.stringify(object),
        headers,
      }),
    );
  }

  async patch(options: PatchOptions): Promise<ClusterAnswer<JsonObject>> {
    const { patch, impersonate } = options;
    return this.#as(impersonate, headers =>
      this.#requests.patch({
        path: resourcePath(options),
        body: JSON.stringify(patch),
        headers,
      }),
    );
  }

  /** @throws `InputError` where the object does not say what it is. */
  async apply(options: ApplyOptions): Promise<ClusterAnswer<JsonObject>> {
    const { resource, namespace, object } = options;
    const name = isJsonObject(object.metadata) && object.metadata.name;
    if (!object.apiVersion || !object.kind || typeof name !== 'string') {
      throw new InputError(
        'An object to apply needs apiVersion, kind and metadata.name',
      );
    }
    const query = new URLSearchParams({ fieldManager: options.fieldManager });
    if (options.force) {
      query.set('force', 'true');
    }
    if (options.dryRun) {
      query.set('dryRun', 'All');
    }
    return readObject(
      await this.#requests.apply({
        path: resourcePath({ resource, namespace, name }),
        query,
        body: JSON.stringify(object),
      }),
    );
  }

  /** Writes as a person, where the headers that say so arrive. */
  async #as(
    impersonate: Impersonation | undefined,
    send: (
      headers: Record<string, string | string[]>,
    ) => Promise<ClusterAnswer<JsonAnswer>>,
  ): Promise<ClusterAnswer<JsonObject>> {
    if (impersonate && !this.#transport.carriesImpersonation) {
      return {
        ok: false,
        failure: failureWithoutAnswer(
          'acting as a person needs a cluster that the backend reaches directly',
        ),
      };
    }
    return readObject(await send(impersonationHeaders(impersonate)));
  }
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation */
function impersonationHeaders(
  impersonate: Impersonation | undefined,
): Record<string, string | string[]> {
  if (!impersonate) return {};
  const { user, groups = [] } = impersonate;
  return {
    'Impersonate-User': user,
    ...(groups.length > 0 && { 'Impersonate-Group': [...groups] }),
  };
}

function readObject(
  answer: ClusterAnswer<JsonAnswer>,
): ClusterAnswer<JsonObject> {
  if (!answer.ok) {
    return answer;
  }
  const { body } = answer.value;
  return isJsonObject(body)
    ? { ok: true, value: body }
    : { ok: false, failure: failureWithoutAnswer('the answer is no object') };
}
