import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ConflictError, toError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  initRepoAndPush,
} from '@backstage/plugin-scaffolder-node';
import {
  LOCK_FILE_PATH,
  isSameOrigin,
  parseLockFile,
  type LockFile,
} from '@fairway/plugin-golden-path-common';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readRemoteBranches } from '../domain/remoteBranches';
import { scmRemote, type ScmRemote } from '../domain/scmRemote';

/**
 * Takes over the repository of an earlier run with the same answers, so that a run that failed half way can be
 * repeated. A repository that anything else made is refused, never overwritten.
 */
export function createAdoptRepositoryAction(options: {
  readonly integrations: ScmIntegrations;
  readonly reader: UrlReaderService;
}) {
  const { integrations, reader } = options;
  return createTemplateAction({
    id: 'golden-path:repository:adopt',
    description:
      'Looks for the repository of an earlier run with the same answers and takes it over. Skip the publish step when it outputs exists: true.',
    schema: {
      input: {
        repoUrl: z => z.string({ description: 'Repository location' }),
        defaultBranch: z =>
          z.string({ description: 'Branch; main by default' }).optional(),
        sourcePath: z =>
          z
            .string({
              description: 'Root of the repository inside the workspace',
            })
            .optional(),
      },
      output: {
        exists: z => z.boolean({ description: 'Whether it was taken over' }),
        remoteUrl: z => z.string({ description: 'URL for git' }),
        repoContentsUrl: z =>
          z.string({ description: 'Root of the contents, ends with a slash' }),
      },
    },
    async handler(ctx) {
      const branch = ctx.input.defaultBranch ?? 'main';
      const remote = scmRemote({
        repoUrl: ctx.input.repoUrl,
        branch,
        integrations,
      });
      const directory = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const found = await readRemoteBranches(remote);
      if (found.status === 'has-branches') {
        await assertSameOrigin({ reader, remote, directory });
        ctx.logger.info(`Adopting ${remote.owner}/${remote.repo}`);
      } else if (found.status === 'empty') {
        ctx.logger.info(
          `${remote.owner}/${remote.repo} exists and is empty: pushing to it`,
        );
        await initRepoAndPush({
          dir: directory,
          remoteUrl: remote.remoteUrl,
          auth: remote.auth,
          defaultBranch: branch,
          logger: ctx.logger,
          commitMessage: 'Create the service on its golden path',
        });
      }
      ctx.output('exists', found.status !== 'absent');
      ctx.output('remoteUrl', remote.remoteUrl);
      ctx.output('repoContentsUrl', remote.contentsUrl);
    },
  });
}

async function assertSameOrigin(options: {
  readonly reader: UrlReaderService;
  readonly remote: ScmRemote;
  readonly directory: string;
}) {
  const { reader, remote, directory } = options;
  const name = `${remote.owner}/${remote.repo}`;
  const ours = parseLockFile(
    await fs.readFile(path.join(directory, LOCK_FILE_PATH), 'utf8'),
  );
  if (!ours.ok) throw new Error(ours.reason);
  const theirs = await readLock(reader, remote);
  if (!theirs) {
    throw new ConflictError(
      `The repository ${name} exists and was not made by a golden path. Choose another name.`,
    );
  }
  if (!isSameOrigin(ours.lock, theirs)) {
    throw new ConflictError(
      `The repository ${name} exists and was made by ${theirs.template} with other answers. Choose another name, or run it with the same answers.`,
    );
  }
}

async function readLock(
  reader: UrlReaderService,
  remote: ScmRemote,
): Promise<LockFile | undefined> {
  try {
    const response = await reader.readUrl(
      `${remote.contentsUrl}${LOCK_FILE_PATH}`,
    );
    const parsed = parseLockFile((await response.buffer()).toString('utf8'));
    return parsed.ok ? parsed.lock : undefined;
  } catch (error) {
    if (toError(error).name === 'NotFoundError') return undefined;
    throw error;
  }
}
