import type { JsonObject } from '@backstage/types';
import { isJsonObject } from '../api/jsonObject';
import { objectIdentity } from '../api/objectIdentity';
import type {
  MalformedObject,
  ResourceChange,
  ResourceProjection,
} from '../service';
import { readItem } from './readItem';

/** How many malformed objects a snapshot lists one by one. */
const MAX_LISTED_MALFORMED = 100;

/** Trimmed objects and their versions; nothing else of the objects is kept. */
export class ResourceItems<T> {
  static create<T>(projection: ResourceProjection<T>): ResourceItems<T> {
    return new ResourceItems(projection);
  }

  readonly #projection: ResourceProjection<T>;
  #items = new Map<string, T>();
  #versions = new Map<string, string>();
  /** By key, or by a symbol of its own where the object has no name. */
  #malformed = new Map<string | symbol, string>();

  private constructor(projection: ResourceProjection<T>) {
    this.#projection = projection;
  }

  get items(): ReadonlyMap<string, T> {
    return this.#items;
  }

  get malformed(): readonly MalformedObject[] {
    const listed = [...this.#malformed]
      .slice(0, MAX_LISTED_MALFORMED)
      .map(([key, message]) => ({
        key: typeof key === 'string' ? key : 'unknown',
        message,
      }));
    const more = this.#malformed.size - listed.length;
    return more > 0
      ? [...listed, { key: 'unknown', message: `And ${more} more objects.` }]
      : listed;
  }

  /** An empty set of items that can take the place of these. */
  createSuccessor(): ResourceItems<T> {
    return new ResourceItems(this.#projection);
  }

  /**
   * Takes an object in. What the projection made of the same version before is used again, from `known` too.
   *
   * @returns the change, or `undefined` where no item changed
   */
  put(
    object: unknown,
    known?: ResourceItems<T>,
  ): ResourceChange<T> | undefined {
    const same = known && known.#findSame(object);
    const read = same ?? readItem(object, this.#projection);
    if (read.type === 'nameless') {
      this.#malformed.set(Symbol('unknown'), read.message);
      return undefined;
    }
    const before = this.#drop(read.key);
    if (read.type === 'malformed') {
      this.#malformed.set(read.key, read.message);
    } else if (read.type === 'item') {
      this.#items.set(read.key, read.item);
      if (read.resourceVersion !== undefined) {
        this.#versions.set(read.key, read.resourceVersion);
      }
    }
    return changeOf(read.key, before, this.#items.get(read.key));
  }

  remove(object: JsonObject): ResourceChange<T> | undefined {
    const key = objectIdentity(object)?.key;
    return key === undefined
      ? undefined
      : changeOf(key, this.#drop(key), undefined);
  }

  /** Becomes `successor` at once. */
  replaceBy(successor: ResourceItems<T>): void {
    this.#items = successor.#items;
    this.#versions = successor.#versions;
    this.#malformed = successor.#malformed;
  }

  clear(): readonly ResourceChange<T>[] {
    const changes = [...this.#items].map(([key, before]) => ({
      key,
      before,
      after: undefined,
    }));
    this.replaceBy(this.createSuccessor());
    return changes;
  }

  #drop(key: string): T | undefined {
    const item = this.#items.get(key);
    this.#items.delete(key);
    this.#versions.delete(key);
    this.#malformed.delete(key);
    return item;
  }

  #findSame(object: unknown) {
    const identity = isJsonObject(object) ? objectIdentity(object) : undefined;
    const item = identity && this.#items.get(identity.key);
    return identity?.resourceVersion !== undefined &&
      item !== undefined &&
      this.#versions.get(identity.key) === identity.resourceVersion
      ? { type: 'item' as const, ...identity, item }
      : undefined;
  }
}

function changeOf<T>(
  key: string,
  before: T | undefined,
  after: T | undefined,
): ResourceChange<T> | undefined {
  return before === after ? undefined : { key, before, after };
}
