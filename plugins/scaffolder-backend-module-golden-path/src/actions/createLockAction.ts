import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_GOLDEN_PATH_NAME,
  ANNOTATION_GOLDEN_PATH_VERSION,
  LOCK_FILE_PATH,
  formatLockFile,
  lockFileSchema,
} from '@fairway/plugin-golden-path-common';
import fs from 'node:fs/promises';
import path from 'node:path';
import { EFFECT_LEDGER_FILE } from '../domain/EffectLedger';
import { fileDigests } from '../domain/fileDigests';
import { findSecret } from '../domain/findSecret';
import { stampCatalogInfo } from '../domain/stampCatalogInfo';
import { examples } from './createLockAction.examples';

const ANNOTATION_SOURCE_TEMPLATE = 'backstage.io/source-template';
const DEFAULT_CATALOG_INFO_PATH = 'catalog-info.yaml';

/**
 * Writes the lock file: template, version, answers and a digest of each rendered file. Annotates the rendered entity
 * first, so that the version stands in one place only: on the template.
 */
export function createLockAction() {
  return createTemplateAction({
    id: 'golden-path:lock',
    description:
      'Annotates the rendered entity with its golden path and records in .golden-path.yaml what the repository is rendered from, so that it can be adopted and upgraded later.',
    examples,
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
        catalogInfoPath: z =>
          z
            .string({
              description: `Catalog file inside the repository; ${DEFAULT_CATALOG_INFO_PATH} by default`,
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
      const root = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const catalogInfo = resolveSafeChildPath(
        root,
        ctx.input.catalogInfoPath ?? DEFAULT_CATALOG_INFO_PATH,
      );
      const stamped = await stamp(catalogInfo, {
        [ANNOTATION_SOURCE_TEMPLATE]: template,
        [ANNOTATION_GOLDEN_PATH_NAME]: template,
        [ANNOTATION_GOLDEN_PATH_VERSION]: version,
      });
      if (!stamped) {
        ctx.logger.info(
          `No ${path.relative(root, catalogInfo)} to annotate was rendered`,
        );
      }

      const lock = lockFileSchema.safeParse({
        apiVersion: 'golden-path.fairway.dev/v1',
        template,
        version,
        answers: ctx.input.answers,
        files: await fileDigests(root, [LOCK_FILE_PATH, EFFECT_LEDGER_FILE]),
      });
      if (!lock.success) {
        throw new InputError(`The answers cannot be recorded: ${lock.error}`);
      }
      // Everyone who can read the repository can read its lock file.
      const leak = findSecret(
        lock.data.answers,
        Object.values(ctx.secrets ?? {}),
      );
      if (leak !== undefined) {
        throw new InputError(
          `The answer "${leak}" is a secret and must not be recorded`,
        );
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

/** Says whether the file exists. */
async function stamp(
  file: string,
  annotations: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    const text = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, stampCatalogInfo(text, annotations));
    return true;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
}
