import { InputError } from '@backstage/errors';

const MAX_LENGTH = 16_384;

/** A person's own token for a Kargo API, for one request. It cannot be printed, logged or written down by accident. */
export class KargoToken {
  /** @throws `InputError` where the header holds something that cannot be a token; the error does not quote it */
  static fromHeader(
    value: string | readonly string[] | undefined,
  ): KargoToken | undefined {
    if (value === undefined || value === '') return undefined;
    if (
      typeof value !== 'string' ||
      value.length > MAX_LENGTH ||
      !/^[A-Za-z0-9\-._~+/]+=*$/.test(value)
    ) {
      throw new InputError('The header for the Kargo token holds no token.');
    }
    return new KargoToken(value);
  }

  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  /** For the header of the one request that it is meant for. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[Kargo token]';
  }

  toJSON(): string {
    return this.toString();
  }
}
