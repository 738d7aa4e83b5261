import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_S = 60;

/** How many facts a sender may still send. Kept in memory: it protects this replica. */
export class FactRateLimit {
  static create(options: { readonly factsPerMinute: number }): FactRateLimit {
    return new FactRateLimit(options.factsPerMinute);
  }

  readonly #limiter: RateLimiterMemory;

  private constructor(factsPerMinute: number) {
    this.#limiter = new RateLimiterMemory({
      points: factsPerMinute,
      duration: MINUTE_S,
    });
  }

  /**
   * Takes the facts of a request from what is left.
   *
   * @returns seconds after which the sender may try again, or `undefined` where there was enough
   */
  async take(sender: string, facts: number): Promise<number | undefined> {
    try {
      await this.#limiter.consume(sender, facts);
      return undefined;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    }
  }
}
