interface ListNode<T extends object> {
  readonly list: readonly T[];
  readonly longer: WeakMap<T, ListNode<T>>;
}

/**
 * Gives the same list for the same items in the same order, so that what is computed of a list can be kept with it. A
 * list goes when its items do.
 */
export class SameLists<T extends object> {
  readonly #empty: ListNode<T> = { list: [], longer: new WeakMap() };

  of(items: Iterable<T>): readonly T[] {
    let node = this.#empty;
    for (const item of items) {
      const next = node.longer.get(item) ?? {
        list: [...node.list, item],
        longer: new WeakMap(),
      };
      node.longer.set(item, next);
      node = next;
    }
    return node.list;
  }
}
