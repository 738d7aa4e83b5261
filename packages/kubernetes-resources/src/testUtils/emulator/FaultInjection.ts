/**
 * An answer that a test makes the emulator give.
 *
 * @public
 */
export interface Fault {
  readonly status: number;
  /** Default: the reason phrase a proxy in front of the server would send. */
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests it is for; default 1. */
  readonly times?: number;
  /** Only requests whose path and query contain this text. */
  readonly pathIncludes?: string;
}

/** What the next requests meet instead of an answer. */
export class FaultInjection {
  #available = true;
  #faults: Array<{ readonly fault: Fault; left: number }> = [];

  get available(): boolean {
    return this.#available;
  }

  setAvailable(available: boolean): void {
    this.#available = available;
  }

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  take(url: string): Fault | undefined {
    const entry = this.#faults.find(({ fault }) =>
      url.includes(fault.pathIncludes ?? ''),
    );
    if (entry) {
      entry.left--;
      this.#faults = this.#faults.filter(({ left }) => left > 0);
    }
    return entry?.fault;
  }
}
