import type { IncomingMessage } from 'node:http';
import { accessReviews } from './accessReviews';
import type { Authorizer } from './Authorizer';
import type { Clock } from './Clock';
import { Discovery } from './Discovery';
import type { HttpAnswer } from './HttpAnswer';
import { apiErrors } from './KubernetesApiError';
import type { ListOptions } from './ListOptions';
import { readListOptions } from './ListOptions';
import { answerNonResourcePath } from './nonResourcePaths';
import { timestamp } from './objectTransitions';
import type { Representation } from './Representation';
import { negotiate } from './Representation';
import { readBody, readMergePatch } from './RequestBody';
import type { RequestInfo } from './RequestInfo';
import { readRequestInfo } from './RequestInfo';
import { requestUser, requireAccess } from './requestUser';
import type { ResourceDefinition } from './ResourceDefinition';
import type { ResourceRequest } from './ResourceEndpoint';
import { ResourceEndpoint } from './ResourceEndpoint';
import type { ResourceStore } from './ResourceStore';
import type { UserInfo } from './UserInfo';
import { WatchSession } from './WatchSession';

type ResourceInfo = Extract<RequestInfo, { kind: 'resource' }>;

/** What a request leads to. */
type RoutedRequest =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | {
      readonly kind: 'watch';
      readonly session: WatchSession;
      readonly definition: ResourceDefinition;
      readonly list: ListOptions;
      readonly representation: Representation;
      readonly query: URLSearchParams;
    };

/** Groups that are served without a resource that is stored. */
const REVIEW_GROUPS = ['authorization.k8s.io', 'authentication.k8s.io'];

/** Authenticates, authorises and finds who answers, in the order of the real server. */
export class RequestRouter {
  readonly #store: ResourceStore;
  readonly #authorizer: Authorizer;
  readonly #clock: Clock;
  readonly #endpoint: ResourceEndpoint;
  readonly #discovery: Discovery;
  readonly #builtInGroups: ReadonlySet<string>;

  constructor(options: {
    readonly store: ResourceStore;
    readonly authorizer: Authorizer;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#authorizer = options.authorizer;
    this.#clock = options.clock;
    this.#endpoint = new ResourceEndpoint(options.store, options.clock);
    this.#discovery = new Discovery(options.store.definitions);
    this.#builtInGroups = new Set([
      '',
      ...REVIEW_GROUPS,
      ...options.store.definitions
        .filter(definition => definition.builtIn)
        .map(definition => definition.group),
    ]);
  }

  async route(request: IncomingMessage): Promise<RoutedRequest> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    const { pathname: path, searchParams: query } = url;
    const method = request.method ?? 'GET';
    const info = readRequestInfo(method, path, query);
    const user = requestUser(request.headers, info, this.#authorizer);
    requireAccess(user, info, this.#authorizer);
    if (info.kind === 'path') {
      const answer = answerNonResourcePath({
        path,
        headers: request.headers,
        discovery: this.#discovery,
        builtInGroups: this.#builtInGroups,
      });
      return { kind: 'answer', answer };
    }
    const review = await this.#review(info, user, request);
    if (review) {
      return review;
    }
    const definition = this.#definition(info, path);
    const resource: ResourceRequest = {
      definition,
      verb: info.verb,
      namespace: definition.namespaced ? info.namespace : undefined,
      name: info.name,
      subresource: this.#subresource(definition, info),
      query,
      headers: request.headers,
      body: '',
      user,
    };
    if (info.verb === 'watch') {
      return this.#watch(resource);
    }
    const body = await readBody(request);
    return {
      kind: 'answer',
      answer: this.#endpoint.answer({ ...resource, body }),
    };
  }

  #watch(request: ResourceRequest): RoutedRequest {
    const { definition, query, namespace, name, headers } = request;
    const representation = negotiate(headers.accept);
    if (representation.kind === 'yaml') {
      throw apiErrors.notAcceptable(
        'only the following media types are accepted: application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch',
      );
    }
    const list = readListOptions(query, 'watch');
    const session = WatchSession.create({
      store: this.#store,
      definition,
      namespace,
      name,
      list,
    });
    return { kind: 'watch', session, definition, list, representation, query };
  }

  async #review(
    info: ResourceInfo,
    user: UserInfo,
    request: IncomingMessage,
  ): Promise<RoutedRequest | undefined> {
    const answer =
      accessReviews[`${info.group}/${info.version}/${info.resource}`];
    if (!answer) {
      return undefined;
    }
    if (info.verb !== 'create') {
      throw apiErrors.methodNotAllowed();
    }
    const body = readMergePatch(await readBody(request));
    return {
      kind: 'answer',
      answer: {
        code: 201,
        body: answer({
          body,
          user,
          authorizer: this.#authorizer,
          now: timestamp(this.#clock.now()),
        }),
      },
    };
  }

  /** Custom groups answer in plain text where a built-in one answers with a Status. */
  #definition(info: ResourceInfo, path: string): ResourceDefinition {
    const missing = this.#builtInGroups.has(info.group)
      ? apiErrors.noSuchResource()
      : apiErrors.pageNotFound();
    const definition = this.#store.definitions.find(
      candidate =>
        candidate.group === info.group &&
        candidate.version === info.version &&
        candidate.plural === info.resource,
    );
    if (!definition || path.includes('//')) {
      throw missing;
    }
    const isNamespace = definition.plural === 'namespaces';
    if (
      !definition.namespaced &&
      info.namespace !== undefined &&
      !isNamespace
    ) {
      throw missing;
    }
    if (definition.namespaced && info.namespace === undefined) {
      if (info.name !== undefined) {
        throw missing;
      }
      if (info.verb === 'create') {
        throw definition.builtIn ? apiErrors.methodNotAllowed() : missing;
      }
    }
    return definition;
  }

  #subresource(
    definition: ResourceDefinition,
    info: ResourceInfo,
  ): 'status' | undefined {
    if (info.subresource === undefined) {
      return undefined;
    }
    if (info.subresource === 'status' && definition.status) {
      return 'status';
    }
    throw definition.builtIn
      ? apiErrors.noSuchResource()
      : apiErrors.notFound(definition, info.name ?? '');
  }
}
