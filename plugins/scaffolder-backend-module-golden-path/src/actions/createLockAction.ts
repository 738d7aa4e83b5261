import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_GOLDEN_PATH_VERSION,
  LOCK_FILE_PATH,
  formatLockFile,
  lockFileSchema,
} from '@fairway/plugin-golden-path-common';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileDigests } from '../domain/fileDigests';

/** Writes the lock file: template, version, answers and a digest of each rendered file. */
export function createLockAction() {
  return createTemplateAction({
    id: 'golden-path:lock',
    description:
      'Records in .golden-path.yaml what the repository is rendered from, so that it can be adopted and upgraded later.',
    supportsDryRun: true,
    schema: {
      input: {
        answers: z =>
          z.record(z.unknown(), {
            description:
              'The answers that the files were rendered from. Pass no secrets.',
          }),
        sourcePath: z =>
          z
            .string({
              description:
                'Root of the repository inside the workspace; the workspace itself by default',
            })
            .optional(),
      },
      output: {
        version: z =>
          z.string({ description: 'Version of the golden path that was used' }),
      },
    },
    async handler(ctx) {
      const template = ctx.templateInfo?.entityRef;
      const version =
        ctx.templateInfo?.entity?.metadata.annotations?.[
          ANNOTATION_GOLDEN_PATH_VERSION
        ];
      if (!template || !version) {
        throw new InputError(
          `A golden path needs a version: set the annotation ${ANNOTATION_GOLDEN_PATH_VERSION} on its template`,
        );
      }
      refuseSecrets(ctx.input.answers, ctx.secrets ?? {});

      const root = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const lock = lockFileSchema.safeParse({
        apiVersion: 'golden-path.fairway.dev/v1',
        template,
        version,
        answers: ctx.input.answers,
        files: await fileDigests(root, [LOCK_FILE_PATH]),
      });
      if (!lock.success) {
        throw new InputError(`The answers cannot be recorded: ${lock.error}`);
      }
      await fs.writeFile(
        path.join(root, LOCK_FILE_PATH),
        formatLockFile(lock.data),
      );
      ctx.logger.info(
        `Recorded ${
          Object.keys(lock.data.files).length
        } files of ${template} ${version}`,
      );
      ctx.output('version', version);
    },
  });
}

/** A lock file is public to everyone who can read the repository. */
function refuseSecrets(
  answers: Record<string, unknown>,
  secrets: Record<string, string>,
) {
  const values = new Set(Object.values(secrets).filter(Boolean));
  const leaked = Object.keys(answers).find(key => {
    const answer = answers[key];
    return typeof answer === 'string' && values.has(answer);
  });
  if (leaked) {
    throw new InputError(
      `The answer "${leaked}" is a secret and must not be recorded`,
    );
  }
}
