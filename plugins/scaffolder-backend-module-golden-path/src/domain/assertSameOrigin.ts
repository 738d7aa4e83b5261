import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, toError } from '@backstage/errors';
import {
  LOCK_FILE_PATH,
  isSameOrigin,
  parseLockFile,
  type LockFile,
} from '@fairway/plugin-golden-path-common';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ScmRemote } from './scmRemote';

/**
 * Compares the lock file of a repository with the one that was just rendered, and gives that of the repository.
 *
 * @throws `ConflictError` where the repository was made by something else or with other answers, `InputError` where the
 * rendered files have no lock file
 */
export async function assertSameOrigin(options: {
  readonly reader: UrlReaderService;
  readonly remote: ScmRemote;
  readonly directory: string;
  readonly token?: string;
}): Promise<LockFile> {
  const { remote, directory } = options;
  const name = `${remote.owner}/${remote.repo}`;
  const rendered = await lockOf(() =>
    fs.readFile(path.join(directory, LOCK_FILE_PATH), 'utf8'),
  );
  if (!rendered) {
    throw new InputError(
      `There is no ${LOCK_FILE_PATH} to compare with: run golden-path:lock before`,
    );
  }
  const published = await lockOf(() => readPublished(options));
  if (!published) {
    throw new ConflictError(
      `The repository ${name} exists and was not made by a golden path. Choose another name.`,
    );
  }
  if (!published.ok) {
    throw new ConflictError(
      `The repository ${name} exists and cannot be taken over: ${published.reason}`,
    );
  }
  if (!rendered.ok) throw new InputError(rendered.reason);
  if (!isSameOrigin(rendered.lock, published.lock)) {
    throw new ConflictError(
      `The repository ${name} exists and was made by ${published.lock.template} with other answers. Choose another name, or run it with the same answers.`,
    );
  }
  return published.lock;
}

async function lockOf(read: () => Promise<string>) {
  try {
    return parseLockFile(await read());
  } catch (error) {
    const { name, code } = toError(error);
    if (name === 'NotFoundError' || code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readPublished(options: {
  readonly reader: UrlReaderService;
  readonly remote: ScmRemote;
  readonly token?: string;
}): Promise<string> {
  const response = await options.reader.readUrl(
    `${options.remote.contentsUrl}${LOCK_FILE_PATH}`,
    { token: options.token },
  );
  return (await response.buffer()).toString('utf8');
}
