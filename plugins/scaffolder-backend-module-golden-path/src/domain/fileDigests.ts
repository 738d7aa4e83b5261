import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * SHA-256 of every file below a directory, by path with forward slashes; `.git` and the excluded paths are left out.
 */
export async function fileDigests(
  directory: string,
  exclude: readonly string[],
): Promise<Record<string, string>> {
  const entries = await fs.readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const digests: Record<string, string> = {};
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(directory, file).split(path.sep).join('/');
    const isGit = name === '.git' || name.startsWith('.git/');
    if (!entry.isFile() || isGit || exclude.includes(name)) continue;
    const hash = createHash('sha256').update(await fs.readFile(file));
    digests[name] = `sha256:${hash.digest('hex')}`;
  }
  return digests;
}
