import { parse, stringify } from 'yaml';
import { z } from 'zod/v4';

/**
 * Path of the lock file in a repository.
 *
 * @public
 */
export const LOCK_FILE_PATH = '.golden-path.yaml';

const sha256Schema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/**
 * What a repository was rendered from: the truth about its golden path.
 *
 * @public
 */
export const lockFileSchema = z.object({
  apiVersion: z.literal('golden-path.fairway.dev/v1'),
  template: z.string(),
  version: z.string(),
  /** The answers of the person or agent, without secrets. */
  answers: z.record(z.string(), z.json()),
  /** Digest of the rendered file by path, relative to the root of the repository. */
  files: z.record(z.string(), sha256Schema),
});

/** @public */
export type LockFile = z.infer<typeof lockFileSchema>;

const HEADER =
  '# Written by the golden path. It records what this repository was rendered from; do not edit it by hand.\n';

/**
 * Text of a lock file; the same lock gives the same text.
 *
 * @public
 */
export function formatLockFile(lock: LockFile): string {
  return HEADER + stringify(lock, { sortMapEntries: true });
}

/**
 * Reads a lock file.
 *
 * @returns the lock, or why the text is none
 *
 * @public
 */
export function parseLockFile(
  text: string,
):
  | { readonly ok: true; readonly lock: LockFile }
  | { readonly ok: false; readonly reason: string } {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    return { ok: false, reason: `${LOCK_FILE_PATH} is not YAML: ${error}` };
  }
  const result = lockFileSchema.safeParse(document);
  return result.success
    ? { ok: true, lock: result.data }
    : {
        ok: false,
        reason: `${LOCK_FILE_PATH} is malformed: ${z.prettifyError(
          result.error,
        )}`,
      };
}

/**
 * Whether two locks come from the same template and the same answers, so that one run can take over from the other.
 *
 * @public
 */
export function isSameOrigin(a: LockFile, b: LockFile): boolean {
  const origin = ({ template, answers }: LockFile) =>
    stringify({ template, answers }, { sortMapEntries: true });
  return origin(a) === origin(b);
}
