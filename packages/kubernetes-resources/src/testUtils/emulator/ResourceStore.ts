import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import type { AdmissionPlugin } from './AdmissionPlugin';
import type { Authorizer } from './Authorizer';
import type { Clock } from './Clock';
import { checkPreconditions } from './checkPreconditions';
import { ownChanges } from './fieldOwnership';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isKubernetesObject } from './KubernetesObject';
import { mergePatch } from './mergePatch';
import {
  nameForCreate,
  objectForCreate,
  objectForUpdate,
  randomUid,
  sameState,
  timestamp,
} from './objectTransitions';
import type { ResourceDefinition } from './ResourceDefinition';
import type { ObjectReference, ResourceReference } from './ResourceReader';
import type { StoredEvent } from './ResourceTable';
import { objectKey, StoredResources } from './StoredResources';
import type { UserInfo } from './UserInfo';
import { inProcessUser } from './UserInfo';

/**
 * How a write is made.
 *
 * @public
 */
export interface WriteOptions {
  readonly user?: UserInfo;
  readonly dryRun?: boolean;
  readonly subresource?: 'status';
  /** Kept in `metadata.managedFields` where given. */
  readonly fieldManager?: string;
}

/**
 * What a delete requires and how it is done.
 *
 * @public
 */
export interface DeleteOptions extends WriteOptions {
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly gracePeriodSeconds?: number;
}

const NAMESPACES: ResourceReference = { group: '', plural: 'namespaces' };

/**
 * What the API server keeps, with its rules for writes. Objects that come out of it must not be changed in place.
 *
 * @public
 */
export class ResourceStore extends StoredResources {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #admission: readonly AdmissionPlugin[];
  readonly #authorizer: Authorizer;

  constructor(options: {
    readonly definitions: readonly ResourceDefinition[];
    readonly clock: Clock;
    readonly random: () => number;
    readonly admission: readonly AdmissionPlugin[];
    readonly authorizer: Authorizer;
    readonly initialRevision: number;
  }) {
    super(options);
    this.#clock = options.clock;
    this.#random = options.random;
    this.#admission = options.admission;
    this.#authorizer = options.authorizer;
  }

  /** The time by which objects are written. */
  now(): Date {
    return this.#clock.now();
  }

  create(
    resource: ResourceReference,
    input: KubernetesObject,
    options: WriteOptions = {},
  ): KubernetesObject {
    const definition = this.definition(resource);
    const { namespace } = input.metadata;
    if (namespace !== undefined) {
      this.#requireNamespace(namespace);
    }
    const name = nameForCreate(definition, input.metadata, this.#random);
    const prepared = objectForCreate(definition, input, {
      namespace: definition.namespaced ? namespace : undefined,
      name,
      uid: randomUid(this.#random),
      now: this.#clock.now(),
    });
    const admitted = this.#admit(
      'CREATE',
      definition,
      prepared,
      undefined,
      options,
    );
    const key = objectKey(admitted.metadata);
    if (this.table(definition).get(key)) {
      throw apiErrors.alreadyExists(definition, admitted.metadata.name);
    }
    const owned = this.#owned(undefined, admitted, options);
    return options.dryRun
      ? owned
      : this.#write(definition, 'ADDED', owned, undefined);
  }

  update(
    resource: ResourceReference,
    next: KubernetesObject,
    options: WriteOptions = {},
  ): KubernetesObject {
    return this.modify(resource, next.metadata, () => next, options);
  }

  updateStatus(
    resource: ResourceReference,
    object: ObjectReference,
    status: JsonObject,
  ): KubernetesObject {
    return this.modify(resource, object, current => ({ ...current, status }), {
      subresource: 'status',
    });
  }

  /** RFC 7386 merge patch. */
  patch(
    resource: ResourceReference,
    object: ObjectReference,
    patch: JsonObject,
    options: WriteOptions = {},
  ): KubernetesObject {
    return this.modify(
      resource,
      object,
      current => {
        const patched = mergePatch(current, patch);
        if (!isKubernetesObject(patched)) {
          throw apiErrors.badRequest('the patched object is not an object');
        }
        return patched;
      },
      options,
    );
  }

  /** Replaces an object by what `change` makes of it. @throws a 409 where its `resourceVersion` is another one. */
  modify(
    resource: ResourceReference,
    object: ObjectReference,
    change: (current: KubernetesObject) => KubernetesObject,
    options: WriteOptions = {},
  ): KubernetesObject {
    const definition = this.definition(resource);
    const current = this.get(definition, object);
    if (!current) {
      throw apiErrors.notFound(definition, object.name);
    }
    const next = change(current);
    const { resourceVersion } = next.metadata;
    if (
      resourceVersion !== undefined &&
      resourceVersion !== current.metadata.resourceVersion
    ) {
      throw apiErrors.conflict(definition, object.name);
    }
    const prepared = objectForUpdate(
      definition,
      current,
      next,
      options.subresource,
    );
    const admitted = this.#admit(
      'UPDATE',
      definition,
      prepared,
      current,
      options,
    );
    const owned = this.#owned(current, admitted, options);
    const ownersChanged = !isDeepStrictEqual(
      owned.metadata.managedFields,
      current.metadata.managedFields,
    );
    if (sameState(current, owned) && !ownersChanged) {
      return current;
    }
    if (options.dryRun) {
      return owned;
    }
    const removed =
      current.metadata.deletionTimestamp !== undefined &&
      current.metadata.deletionGracePeriodSeconds === 0 &&
      (owned.metadata.finalizers?.length ?? 0) === 0;
    return this.#write(
      definition,
      removed ? 'DELETED' : 'MODIFIED',
      owned,
      current,
    );
  }

  /** @returns the object: gone where it has no `deletionTimestamp` or nothing holds it, else waiting. */
  delete(
    resource: ResourceReference,
    object: ObjectReference,
    options: DeleteOptions = {},
  ): { readonly object: KubernetesObject; readonly removed: boolean } {
    const definition = this.definition(resource);
    const current = this.get(definition, object);
    if (!current) {
      throw apiErrors.notFound(definition, object.name);
    }
    checkPreconditions(definition, current, options);
    this.#admit('DELETE', definition, current, current, options);
    const graceSeconds =
      options.gracePeriodSeconds ??
      definition.deletionGraceSeconds?.(current) ??
      0;
    const held =
      (current.metadata.finalizers?.length ?? 0) > 0 || graceSeconds > 0;
    if (held && current.metadata.deletionTimestamp !== undefined) {
      return { object: current, removed: false };
    }
    if (options.dryRun) {
      return { object: current, removed: !held };
    }
    if (
      definition.group === NAMESPACES.group &&
      definition.plural === NAMESPACES.plural
    ) {
      return this.#deleteNamespace(current);
    }
    if (!held) {
      return {
        object: this.#write(definition, 'DELETED', current, current),
        removed: true,
      };
    }
    const due = new Date(this.#clock.now().getTime() + graceSeconds * 1000);
    const marked: KubernetesObject = {
      ...current,
      metadata: {
        ...current.metadata,
        ...(definition.generation !== false && {
          generation: (current.metadata.generation ?? 0) + 1,
        }),
        deletionTimestamp: timestamp(due),
        deletionGracePeriodSeconds: graceSeconds,
      },
    };
    return {
      object: this.#write(definition, 'MODIFIED', marked, current),
      removed: false,
    };
  }

  #requireNamespace(name: string): void {
    if (this.serves(NAMESPACES) && !this.table(NAMESPACES).get(name)) {
      throw apiErrors.notFound(NAMESPACES, name);
    }
  }

  #admit(
    operation: 'CREATE' | 'UPDATE' | 'DELETE',
    definition: ResourceDefinition,
    object: KubernetesObject,
    oldObject: KubernetesObject | undefined,
    options: WriteOptions,
  ): KubernetesObject {
    const user = options.user ?? inProcessUser;
    let admitted = object;
    for (const plugin of this.#admission) {
      admitted =
        plugin.admit({
          operation,
          definition,
          subresource: options.subresource,
          namespace: object.metadata.namespace,
          object: admitted,
          oldObject,
          user,
          dryRun: options.dryRun ?? false,
          store: this,
          authorize: attributes => this.#authorizer.allows(user, attributes),
        }) ?? admitted;
    }
    return admitted;
  }

  #owned(
    current: KubernetesObject | undefined,
    next: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    return options.fieldManager === undefined
      ? next
      : ownChanges(current, next, {
          manager: options.fieldManager,
          subresource: options.subresource,
          time: timestamp(this.#clock.now()),
        });
  }

  #write(
    definition: ResourceDefinition,
    type: StoredEvent['type'],
    next: KubernetesObject,
    previous: KubernetesObject | undefined,
  ): KubernetesObject {
    const object = this.commit(definition, type, next, previous);
    if (type === 'DELETED') {
      this.#removeDependents(object);
    }
    return object;
  }

  #removeDependents(object: KubernetesObject): void {
    for (const dependent of this.orphansOf(object)) {
      if (this.get(dependent.resource, dependent.object)) {
        this.delete(dependent.resource, dependent.object);
      }
    }
  }

  /** A namespace takes everything in it along; it stays `Terminating` while something in it is held. */
  #deleteNamespace(namespace: KubernetesObject): {
    readonly object: KubernetesObject;
    readonly removed: boolean;
  } {
    const { name } = namespace.metadata;
    const now = timestamp(this.#clock.now());
    const terminating = this.#write(
      this.definition(NAMESPACES),
      'MODIFIED',
      {
        ...namespace,
        metadata: { ...namespace.metadata, deletionTimestamp: now },
        status: { phase: 'Terminating' },
      },
      namespace,
    );
    const namespaced = this.definitions.filter(
      definition => definition.namespaced,
    );
    for (const definition of namespaced) {
      for (const object of this.list(definition, { namespace: name })) {
        this.delete(definition, object.metadata, { gracePeriodSeconds: 0 });
      }
    }
    const empty = namespaced.every(
      definition => this.list(definition, { namespace: name }).length === 0,
    );
    if (empty) {
      this.#write(
        this.definition(NAMESPACES),
        'DELETED',
        terminating,
        terminating,
      );
    }
    return { object: terminating, removed: false };
  }
}
