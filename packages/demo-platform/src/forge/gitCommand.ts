import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_BUFFER_BYTES = 64 * 1024 * 1024;

/** Runs git and gives what it prints. @throws Error that says what is missing where git is not installed. */
export async function git(
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<Buffer> {
  try {
    const { stdout } = await run('git', [...args], {
      cwd: options.cwd,
      encoding: 'buffer',
      maxBuffer: MAX_BUFFER_BYTES,
    });
    return stdout;
  } catch (error) {
    throw isMissing(error) ? missingGit() : error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

export function missingGit(): Error {
  return new Error(
    'The demo forge needs git, which is not installed or not on the PATH. Install git and start again.',
  );
}
