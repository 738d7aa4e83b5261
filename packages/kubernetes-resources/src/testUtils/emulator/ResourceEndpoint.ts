import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '@backstage/types';
import { negotiate } from './Representation';
import type { Clock } from './Clock';
import type { HttpAnswer } from './HttpAnswer';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { readListOptions, revisionNumber } from './ListOptions';
import { readListPage } from './listPage';
import { patchObject } from './patchObject';
import { readObject } from './RequestBody';
import type { ResourceDefinition } from './ResourceDefinition';
import { apiVersionOf, qualifiedResource } from './ResourceDefinition';
import type { ResourceStore } from './ResourceStore';
import { partialMetadata, readIncludeObject, tableOf } from './TableView';
import type { UserInfo } from './UserInfo';
import { readDeleteOptions, readWriteOptions } from './writeOptions';

/** A request for a resource that exists, made by somebody who may make it. */
export interface ResourceRequest {
  readonly definition: ResourceDefinition;
  readonly verb: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: 'status' | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly user: UserInfo;
}

/** Answers everything about resources that is not a watch. */
export class ResourceEndpoint {
  readonly #store: ResourceStore;
  readonly #clock: Clock;

  constructor(store: ResourceStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  answer(request: ResourceRequest): HttpAnswer {
    negotiate(request.headers.accept);
    switch (request.verb) {
      case 'list':
        return this.#list(request);
      case 'get':
        return this.#get(request);
      case 'create':
        return this.#create(request);
      case 'update':
        return this.#update(request);
      case 'patch':
        return this.#patch(request);
      case 'delete':
        return this.#delete(request);
      case 'deletecollection':
        return this.#deleteCollection(request);
      default:
        throw request.definition.builtIn
          ? apiErrors.methodNotAllowed()
          : apiErrors.verbNotSupported(request.definition, '');
    }
  }

  #list(request: ResourceRequest): HttpAnswer {
    const { definition, query, headers } = request;
    const representation = negotiate(headers.accept);
    const includeObject =
      representation.kind === 'table'
        ? readIncludeObject(query.get('includeObject'))
        : 'Metadata';
    const { items, metadata } = readListPage(
      this.#store,
      definition,
      request.namespace,
      readListOptions(query, 'list'),
    );
    switch (representation.kind) {
      case 'table':
        return {
          code: 200,
          body: tableOf({
            definition,
            objects: items,
            metadata,
            includeObject,
            version: representation.version,
            now: this.#clock.now(),
          }),
        };
      case 'metadata':
        if (!representation.list) {
          throw apiErrors.notAcceptable(
            `you requested PartialObjectMetadata, but the requested object is a list (${
              definition.builtIn
                ? `*v1.${definition.kind}List`
                : '*unstructured.UnstructuredList'
            })`,
          );
        }
        return {
          code: 200,
          body: {
            kind: 'PartialObjectMetadataList',
            apiVersion: 'meta.k8s.io/v1',
            metadata,
            items: items.map(partialMetadata),
          },
        };
      default:
        return {
          code: 200,
          body: this.#listBody(definition, items, metadata),
          yaml: representation.kind === 'yaml',
        };
    }
  }

  #listBody(
    definition: ResourceDefinition,
    items: readonly KubernetesObject[],
    metadata: JsonObject,
  ): JsonObject {
    const apiVersion = apiVersionOf(definition);
    const kind = `${definition.kind}List`;
    if (!definition.builtIn) {
      return {
        apiVersion,
        items: [...items],
        kind,
        metadata: { continue: '', ...metadata },
      };
    }
    return {
      kind,
      apiVersion,
      metadata,
      items: items.map(
        ({ kind: _kind, apiVersion: _apiVersion, ...rest }) => rest,
      ),
    };
  }

  #require(request: ResourceRequest): KubernetesObject {
    const { definition, namespace, name = '' } = request;
    const object = this.#store.get(definition, { namespace, name });
    if (!object) {
      throw apiErrors.notFound(definition, name);
    }
    return object;
  }

  #get(request: ResourceRequest): HttpAnswer {
    const wanted = revisionNumber(request.query.get('resourceVersion') || '0');
    if (wanted > this.#store.revision) {
      throw apiErrors.futureRevision(wanted, this.#store.revision);
    }
    return this.#objectAnswer(request, 200, this.#require(request));
  }

  #objectAnswer(
    request: ResourceRequest,
    code: number,
    object: KubernetesObject,
  ): HttpAnswer {
    const representation = negotiate(request.headers.accept);
    switch (representation.kind) {
      case 'table':
        return {
          code,
          body: tableOf({
            definition: request.definition,
            objects: [object],
            metadata: {
              ...(object.metadata.resourceVersion !== undefined && {
                resourceVersion: object.metadata.resourceVersion,
              }),
            },
            includeObject: readIncludeObject(
              request.query.get('includeObject'),
            ),
            version: representation.version,
            now: this.#clock.now(),
          }),
        };
      case 'metadata':
        if (representation.list) {
          throw apiErrors.internal('content is not a list');
        }
        return { code, body: partialMetadata(object) };
      default:
        return { code, body: object, yaml: representation.kind === 'yaml' };
    }
  }

  #create(request: ResourceRequest): HttpAnswer {
    const { definition, namespace, name, query, headers, user } = request;
    if (definition.builtIn && name !== undefined) {
      throw apiErrors.methodNotAllowed();
    }
    const options = readWriteOptions('CreateOptions', query, headers, user);
    const input = readObject(
      request.body,
      headers['content-type'],
      definition,
      name,
    );
    if (input.metadata.resourceVersion) {
      throw apiErrors.internal(
        'resourceVersion should not be set on objects to be created',
      );
    }
    const created = this.#store.create(
      definition,
      this.#inNamespace(input, namespace),
      options,
    );
    return this.#objectAnswer(request, 201, created);
  }

  #inNamespace(
    object: KubernetesObject,
    namespace: string | undefined,
  ): KubernetesObject {
    if (
      object.metadata.namespace !== undefined &&
      object.metadata.namespace !== namespace
    ) {
      throw apiErrors.badRequest(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    return { ...object, metadata: { ...object.metadata, namespace } };
  }

  #requireName(request: ResourceRequest): string {
    if (request.name === undefined) {
      throw request.definition.builtIn
        ? apiErrors.methodNotAllowed()
        : apiErrors.badRequest('name must be provided');
    }
    return request.name;
  }

  #checkName(object: KubernetesObject, name: string): void {
    if (object.metadata.name !== name) {
      throw apiErrors.badRequest(
        `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
      );
    }
  }

  #update(request: ResourceRequest): HttpAnswer {
    const { definition, namespace, query, headers, user, subresource } =
      request;
    const name = this.#requireName(request);
    const options = readWriteOptions('UpdateOptions', query, headers, user);
    const input = this.#inNamespace(
      readObject(request.body, headers['content-type'], definition, name),
      namespace,
    );
    this.#checkName(input, name);
    const current = this.#require(request);
    const { uid, resourceVersion } = input.metadata;
    if (!definition.builtIn && !resourceVersion) {
      throw apiErrors.invalid({
        kind: definition.plural,
        group: definition.group,
        name,
        causes: [
          {
            reason: 'FieldValueInvalid',
            message: 'Invalid value: 0: must be specified for an update',
            field: 'metadata.resourceVersion',
          },
        ],
      });
    }
    if (
      resourceVersion &&
      resourceVersion !== current.metadata.resourceVersion
    ) {
      throw apiErrors.conflict(definition, name);
    }
    if (uid && uid !== current.metadata.uid) {
      const path = [definition.group, definition.plural, namespace, name];
      throw apiErrors.conflict(
        definition,
        name,
        `StorageError: invalid object, Code: 4, Key: /registry/${path
          .filter(Boolean)
          .join(
            '/',
          )}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${
          current.metadata.uid
        }`,
      );
    }
    const updated = this.#store.update(definition, input, {
      ...options,
      subresource,
    });
    return this.#objectAnswer(request, 200, updated);
  }

  #patch(request: ResourceRequest): HttpAnswer {
    const name = this.#requireName(request);
    const { object, created } = patchObject(this.#store, this.#clock, {
      ...request,
      name,
    });
    return this.#objectAnswer(request, created ? 201 : 200, object);
  }

  #delete(request: ResourceRequest): HttpAnswer {
    const { definition, namespace, query, headers, user, subresource } =
      request;
    if (subresource) {
      throw definition.builtIn
        ? apiErrors.methodNotAllowed()
        : apiErrors.verbNotSupported(definition, 'delete');
    }
    const name = this.#requireName(request);
    const options = readDeleteOptions(
      query,
      request.body,
      readWriteOptions('DeleteOptions', query, headers, user),
    );
    const { object, removed } = this.#store.delete(
      definition,
      { namespace, name },
      options,
    );
    // Kinds that are deleted gracefully answer with the object in every case.
    if (!removed || definition.deletionGraceSeconds) {
      return { code: 200, body: object };
    }
    return {
      code: 200,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        details: {
          name,
          ...(definition.group && { group: definition.group }),
          kind: definition.plural,
          uid: object.metadata.uid,
        },
      },
    };
  }

  #deleteCollection(request: ResourceRequest): HttpAnswer {
    const { definition, namespace, query, headers, user } = request;
    if (definition.namespaced && namespace === undefined) {
      throw apiErrors.verbNotSupported(
        definition,
        `delete of ${qualifiedResource(definition)} over all namespaces`,
      );
    }
    const options = readDeleteOptions(
      query,
      request.body,
      readWriteOptions('DeleteOptions', query, headers, user),
    );
    const { items, metadata } = readListPage(
      this.#store,
      definition,
      namespace,
      readListOptions(query, 'list'),
    );
    for (const item of items) {
      this.#store.delete(definition, item.metadata, options);
    }
    return { code: 200, body: this.#listBody(definition, items, metadata) };
  }
}
