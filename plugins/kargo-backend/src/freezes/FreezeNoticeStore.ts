/** Remembers of which freezes was told, over restarts and for all replicas. */
export interface FreezeNoticeStore {
  /** Whether the caller is the one to tell; nobody else is for a while. */
  claim(id: string, at: Date): Promise<boolean>;

  /** It was told, and will not be again. */
  note(id: string, at: Date): Promise<void>;

  /** It could not be told; the next one may try at once. */
  release(id: string): Promise<void>;

  /** Forgets what is long over. */
  deleteBefore(time: Date): Promise<void>;
}
