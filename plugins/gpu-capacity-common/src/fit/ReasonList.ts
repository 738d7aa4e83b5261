/** Reasons in an order. The same reasons are one object, so that thousands of nodes share it. */
export class ReasonList {
  static empty(): ReasonList {
    return new ReasonList([]);
  }

  readonly reasons: readonly string[];
  readonly #longer = new Map<string, ReasonList>();

  private constructor(reasons: readonly string[]) {
    this.reasons = reasons;
  }

  /** These reasons and one more. */
  and(reason: string): ReasonList {
    const known = this.#longer.get(reason);
    if (known) return known;
    const longer = new ReasonList([...this.reasons, reason]);
    this.#longer.set(reason, longer);
    return longer;
  }
}
