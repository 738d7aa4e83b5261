/**
 * How current a view is.
 *
 * @remarks
 * `forbidden` and `absent` mean "not observed", which is different from an empty list.
 *
 * @public
 */
export type ObservationState =
  | { readonly status: 'loading' }
  | { readonly status: 'live'; readonly asOf: Date }
  | {
      readonly status: 'stale';
      /** Last time at which the view was known to be current; absent where it never was. */
      readonly since: Date | undefined;
      readonly error: string;
    }
  | { readonly status: 'forbidden'; readonly message: string }
  | { readonly status: 'absent'; readonly message: string };

/**
 * An object that the projection could not read.
 *
 * @public
 */
export interface MalformedObject {
  /** `namespace/name`, or `name` for cluster-scoped objects, or `unknown`. */
  readonly key: string;
  readonly message: string;
}

/**
 * What is known at one moment.
 *
 * @public
 */
export interface ResourceSnapshot<T> {
  readonly state: ObservationState;
  /** Trimmed objects by `namespace/name`, or by `name` for cluster-scoped resources. */
  readonly items: ReadonlyMap<string, T>;
  readonly malformed: readonly MalformedObject[];
}

/**
 * A change of one item: `undefined` on one side for added and deleted ones.
 *
 * @public
 */
export interface ResourceChange<T> {
  readonly key: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/**
 * A handle on a shared view. Close it when it is no longer needed.
 *
 * @public
 */
export interface ResourceObservation<T> {
  /** The present snapshot, without waiting. Items of the map are live: copy what is kept. */
  snapshot(): ResourceSnapshot<T>;

  /**
   * Waits until the state is no longer `loading`, at most `timeoutMs` (default 10 000), then gives the snapshot
   * whatever its state is.
   */
  settled(options?: {
    readonly timeoutMs?: number;
  }): Promise<ResourceSnapshot<T>>;

  /**
   * Calls back after changes, at most once per event-loop turn, with the items that changed (empty where only the
   * state did). Changes that happened before the subscription are not repeated.
   *
   * @returns a function that ends the subscription
   */
  subscribe(
    listener: (changes: ReadonlyArray<ResourceChange<T>>) => void,
  ): () => void;

  close(): void;
}
