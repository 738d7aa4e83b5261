const MAX_ENTRIES = 500;

interface Entry<T> {
  readonly answer: T;
  readonly at: number;
}

/** Gives an answer again for a moment: a page asks every few seconds, and some answers take a while to find. */
export class RecentAnswers<T> {
  readonly #maxAgeMs: number;
  readonly #entries = new Map<string, Entry<T>>();

  constructor(options: { readonly maxAgeMs: number }) {
    this.#maxAgeMs = options.maxAgeMs;
  }

  /** The answer that was found to this question a moment ago, or a new one. */
  get(question: string, find: () => T, now: number = Date.now()): T {
    const known = this.#entries.get(question);
    if (known && now - known.at < this.#maxAgeMs) return known.answer;
    const answer = find();
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    this.#entries.set(question, { answer, at: now });
    return answer;
  }
}
