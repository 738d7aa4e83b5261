import { createHmac } from 'node:crypto';

const hmac = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest('hex');

/**
 * Turns people into keys that cannot be turned back without the secret: HMAC-SHA-256 of the entity ref. A plain hash would
 * not do, since all refs are in the catalog and can be tried one by one.
 *
 * @remarks
 * The first secret is the one in use; those behind it were in use before, and find what was stored under them.
 */
export class ActorKeys {
  static create(secrets: readonly [string, ...string[]]): ActorKeys {
    return new ActorKeys(secrets);
  }

  readonly #secrets: readonly [string, ...string[]];

  private constructor(secrets: readonly [string, ...string[]]) {
    this.#secrets = secrets;
  }

  /** @param actor - entity ref; case does not matter */
  keyOf(actor: string): string {
    return keyWith(this.#secrets[0], actor);
  }

  /** Under every secret that is known, the one in use first. */
  keysOf(actor: string): readonly string[] {
    return this.#secrets.map(secret => keyWith(secret, actor));
  }
}

/** Begins with a name of the secret, so that keys of different secrets are never taken for different people. */
function keyWith(secret: string, actor: string): string {
  const name = hmac(secret, 'name of this secret').slice(0, 8);
  return `${name}.${hmac(secret, actor.toLocaleLowerCase('en'))}`;
}
