/** Remembers what lasts and whether it was told, over restarts and for all replicas. */
export interface EpisodeStore {
  /**
   * Notes that something is so now. It is one episode as long as it is seen again within the pause; otherwise it is new.
   *
   * @param ids - each names one condition
   * @param at - milliseconds since 1970
   *
   * @returns since when each of them is seen
   */
  see(
    ids: readonly string[],
    at: number,
    options: { readonly pauseMs: number },
  ): Promise<ReadonlyMap<string, number>>;

  /** Whether the caller is the one to tell; nobody else is for a while, nor anyone once it was told. */
  claim(id: string, at: number): Promise<boolean>;

  /** It was told, and will not be again in this episode. */
  note(id: string, at: number): Promise<void>;

  /** It could not be told; the next one may try at once. */
  release(id: string): Promise<void>;
}
