import { createHash } from 'node:crypto';

/** Numbers that depend on a seed and a text only, never on the order in which they are asked for. */
export class SeededRandom {
  readonly #seed: string;
  #counter = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Between 0 and 1, the same for the same key. */
  fraction(...key: ReadonlyArray<string | number>): number {
    const bytes = createHash('sha256')
      .update([this.#seed, ...key].join('\0'))
      .digest();
    return bytes.readUInt32BE(0) / 2 ** 32;
  }

  between(
    low: number,
    high: number,
    ...key: ReadonlyArray<string | number>
  ): number {
    return low + (high - low) * this.fraction(...key);
  }

  pick<T>(values: readonly T[], ...key: ReadonlyArray<string | number>): T {
    return values[Math.floor(this.fraction(...key) * values.length)];
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number, ...key: ReadonlyArray<string | number>): string {
    return createHash('sha512')
      .update([this.#seed, ...key].join('\0'))
      .digest('hex')
      .slice(0, length);
  }

  /** A sequence, for names and uids. */
  readonly next = (): number => this.fraction('sequence', this.#counter++);
}
