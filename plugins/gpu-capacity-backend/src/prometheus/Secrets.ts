const MAX_LENGTH = 200;
const REDACTED = '[redacted]';
/** Shorter ones, such as the number of a tenant, are none. */
const MIN_LENGTH = 4;

/** What must not be repeated from what a server says. */
export class Secrets {
  static ofHeaders(headers: Readonly<Record<string, string>>): Secrets {
    const values = Object.values(headers).flatMap(value => {
      const [, scheme, token] = /^(Bearer|Basic)\s+(.*)$/i.exec(value) ?? [];
      if (scheme?.toLowerCase() !== 'basic') return [token ?? value];
      const pair = Buffer.from(token, 'base64').toString();
      return [token, pair, pair.slice(pair.indexOf(':') + 1)];
    });
    return new Secrets(values.filter(({ length }) => length >= MIN_LENGTH));
  }

  readonly #values: readonly string[];

  private constructor(values: readonly string[]) {
    this.#values = values;
  }

  /** A text in one short line without any of them, and without the user part of an address. */
  short(text: string): string {
    const clean = this.#values.reduce(
      (so, secret) => so.split(secret).join(REDACTED),
      text,
    );
    return clean
      .replace(/\/\/[^/\s@]+@/g, `//${REDACTED}@`)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_LENGTH);
  }
}
