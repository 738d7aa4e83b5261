import type { Clock } from './Clock';
import type { Dependent } from './GarbageCollector';
import { GarbageCollector } from './GarbageCollector';
import type { KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './LabelSelector';
import { randomUid, timestamp } from './objectTransitions';
import type { ResourceDefinition } from './ResourceDefinition';
import { apiVersionOf } from './ResourceDefinition';
import type {
  ObjectReference,
  ResourceReader,
  ResourceReference,
} from './ResourceReader';
import type { StoredEvent } from './ResourceTable';
import { ResourceTable } from './ResourceTable';

const tableKey = (resource: ResourceReference) =>
  `${resource.group}/${resource.plural}`;

export function objectKey(object: ObjectReference): string {
  return object.namespace === undefined
    ? object.name
    : `${object.namespace}/${object.name}`;
}

/**
 * The objects of all resources of a server, under one revision.
 *
 * @public
 */
export class StoredResources implements ResourceReader {
  readonly #tables = new Map<string, ResourceTable>();
  readonly #definitions = new Map<string, ResourceDefinition>();
  readonly #garbage = new GarbageCollector();
  readonly #clock: Clock;
  readonly #random: () => number;
  #revision: number;

  constructor(options: {
    readonly definitions: readonly ResourceDefinition[];
    readonly clock: Clock;
    readonly random: () => number;
    readonly initialRevision: number;
  }) {
    this.#clock = options.clock;
    this.#random = options.random;
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

  /** Whether the resource is served. */
  serves(resource: ResourceReference): boolean {
    return this.#definitions.has(tableKey(resource));
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

  /** Stores a change as the next revision. */
  protected commit(
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
    if (type !== 'DELETED') {
      this.#garbage.stored(definition, object);
    }
    return object;
  }

  /** What has lost its last owner with an object that is gone. */
  protected orphansOf(object: KubernetesObject): readonly Dependent[] {
    return this.#garbage.removed(object);
  }
}
