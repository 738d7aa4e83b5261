import { isError } from '@backstage/errors';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';

/** Name of the ledger in the workspace of a task. */
export const EFFECT_LEDGER_FILE = '.golden-path-effects.jsonl';

/**
 * What a run has created outside of its workspace. The scaffolder forgets the outputs of a step that failed; the ledger
 * remembers what such a step had done before it failed.
 */
export class EffectLedger {
  static of(options: { readonly workspacePath: string }): EffectLedger {
    return new EffectLedger(
      path.join(options.workspacePath, EFFECT_LEDGER_FILE),
    );
  }

  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  async record(effect: string): Promise<void> {
    await fs.appendFile(this.#file, `${JSON.stringify(effect)}\n`);
  }

  async read(): Promise<string[]> {
    try {
      const text = await fs.readFile(this.#file, 'utf8');
      return text
        .split('\n')
        .filter(Boolean)
        .map(line => z.string().parse(JSON.parse(line)));
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}
