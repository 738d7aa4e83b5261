import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import type { AdmissionPlugin } from './AdmissionPlugin';
import type { Authorizer } from './Authorizer';
import type { Clock } from './Clock';
import { GarbageCollector } from './GarbageCollector';
import { ownChanges } from './fieldOwnership';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isKubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './LabelSelector';
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
import { apiVersionOf } from './ResourceDefinition';
import type {
  ObjectReference,
  ResourceReader,
  ResourceReference,
} from './ResourceReader';
import type { StoredEvent } from './ResourceTable';
import { ResourceTable } from './ResourceTable';
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

const tableKey = (resource: ResourceReference) =>
  `${resource.group}/${resource.plural}`;

export function objectKey(object: ObjectReference): string {
  return object.namespace === undefined
    ? object.name
    : `${object.namespace}/${object.name}`;
}

/**
 * What the API server keeps, with its rules for writes. Objects that come out of it must not be changed in place.
 *
 * @public
 */
export class ResourceStore implements ResourceReader {
  readonly #tables = new Map<string, ResourceTable>();
  readonly #definitions = new Map<string, ResourceDefinition>();
  readonly #garbage = new GarbageCollector();
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #admission: readonly AdmissionPlugin[];
  readonly #authorizer: Authorizer;
  #revision: number;

  constructor(options: {
    readonly definitions: readonly ResourceDefinition[];
    readonly clock: Clock;
    readonly random: () => number;
    readonly admission: readonly AdmissionPlugin[];
    readonly authorizer: Authorizer;
    readonly initialRevision: number;
  }) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#admission = options.admission;
    this.#authorizer = options.authorizer;
    this.#revision = options.initialRevision;
    for (const definition of options.definitions) {
      this.#definitions.set(tableKey(definition), definition);
      this.#tables.set(tableKey(definition), new ResourceTable());
    }
  }

  get revision(): number {
    return this.#revision;
  }

  get definitions(): readonly ResourceDefinition[] {
    return [...this.#definitions.values()];
  }

  /** @throws Error where the resource is not served. */
  definition(resource: ResourceReference): ResourceDefinition {
    const definition = this.#definitions.get(tableKey(resource));
    if (!definition) {
      throw new Error(`No resource ${tableKey(resource)} is defined`);
    }
    return definition;
  }

  table(resource: ResourceReference): ResourceTable {
    const table = this.#tables.get(tableKey(resource));
    if (!table) {
      throw new Error(`No resource ${tableKey(resource)} is defined`);
    }
    return table;
  }

  get(
    resource: ResourceReference,
    object: ObjectReference,
  ): KubernetesObject | undefined {
    return this.table(resource).get(objectKey(object));
  }

  list(
    resource: ResourceReference,
    options: {
      readonly namespace?: string;
      readonly labelSelector?: string;
    } = {},
  ): readonly KubernetesObject[] {
    const matches = parseLabelSelector(options.labelSelector ?? '');
    return [...this.table(resource).current().objects.values()].filter(
      object =>
        (options.namespace === undefined ||
          object.metadata.namespace === options.namespace) &&
        matches(object.metadata.labels),
    );
  }

  /** Calls back after each change, in order; the returned function ends that. */
  watch(
    resource: ResourceReference,
    listener: (event: StoredEvent) => void,
  ): () => void {
    return this.table(resource).subscribe(listener);
  }

  /** Stores objects as they are, with their status, for what exists before the first request. */
  load(objects: Iterable<KubernetesObject>): void {
    for (const object of objects) {
      const definition = this.definitions.find(
        candidate =>
          candidate.kind === object.kind &&
          apiVersionOf(candidate) === object.apiVersion,
      );
      if (!definition) {
        throw new Error(
          `No resource of kind ${object.kind} in ${object.apiVersion} is defined`,
        );
      }
      const metadata = {
        ...(definition.generation !== false && { generation: 1 }),
        creationTimestamp: timestamp(this.#clock.now()),
        ...object.metadata,
        uid: object.metadata.uid ?? randomUid(this.#random),
        resourceVersion:
          object.metadata.resourceVersion ?? String(++this.#revision),
      };
      const stored = { ...object, metadata };
      this.table(definition).seed(objectKey(metadata), stored);
      this.#garbage.stored(definition, stored);
    }
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
      : this.#commit(definition, 'ADDED', owned, undefined);
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
    return this.#commit(
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
    this.#checkPreconditions(definition, current, options);
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
    if (tableKey(definition) === tableKey(NAMESPACES)) {
      return this.#deleteNamespace(current);
    }
    if (!held) {
      return {
        object: this.#commit(definition, 'DELETED', current, current),
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
      object: this.#commit(definition, 'MODIFIED', marked, current),
      removed: false,
    };
  }

  /** Forgets the past: continue tokens and watches of older revisions expire. */
  compact(): void {
    for (const table of this.#tables.values()) {
      table.forget(this.#revision);
    }
  }

  /** Moves the revision on, as writes to resources that are not served here would. */
  advanceTo(revision: number): void {
    this.#revision = Math.max(this.#revision, revision);
  }

  #requireNamespace(name: string): void {
    if (
      this.#definitions.has(tableKey(NAMESPACES)) &&
      !this.table(NAMESPACES).get(name)
    ) {
      throw apiErrors.notFound(NAMESPACES, name);
    }
  }

  #checkPreconditions(
    definition: ResourceDefinition,
    current: KubernetesObject,
    options: DeleteOptions,
  ): void {
    const record = current.metadata;
    const checks = [
      { label: 'UID', wanted: options.uid, actual: record.uid },
      {
        label: 'ResourceVersion',
        wanted: options.resourceVersion,
        actual: record.resourceVersion,
      },
    ];
    for (const { label, wanted, actual } of checks) {
      if (wanted !== undefined && wanted !== actual) {
        throw apiErrors.preconditionFailed(
          definition,
          record.name,
          `the ${label} in the precondition (${wanted}) does not match the ${label} in record (${actual}).`,
          label === 'UID',
        );
      }
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

  #commit(
    definition: ResourceDefinition,
    type: StoredEvent['type'],
    next: KubernetesObject,
    previous: KubernetesObject | undefined,
  ): KubernetesObject {
    const revision = ++this.#revision;
    const object: KubernetesObject = {
      ...next,
      metadata: { ...next.metadata, resourceVersion: String(revision) },
    };
    this.table(definition).record({
      type,
      revision,
      key: objectKey(object.metadata),
      object,
      previous,
    });
    if (type === 'DELETED') {
      this.#removeDependents(object);
    } else {
      this.#garbage.stored(definition, object);
    }
    return object;
  }

  #removeDependents(object: KubernetesObject): void {
    for (const dependent of this.#garbage.removed(object)) {
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
    const terminating = this.#commit(
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
      this.#commit(
        this.definition(NAMESPACES),
        'DELETED',
        terminating,
        terminating,
      );
    }
    return { object: terminating, removed: false };
  }
}
