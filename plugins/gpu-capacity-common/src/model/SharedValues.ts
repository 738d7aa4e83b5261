/** Above this many entries a table is begun anew: what is in use stays with those that use it. */
const MAX_ENTRIES = 50_000;

/** Gives the first value that has the same JSON as a value. */
export class SharedValues<T> {
  readonly #values = new Map<string, T>();

  share(value: T): T {
    const key = JSON.stringify(value);
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= MAX_ENTRIES) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}
