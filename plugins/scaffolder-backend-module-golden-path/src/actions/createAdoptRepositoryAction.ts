import {
  resolveSafeChildPath,
  type AuditorService,
  type RootConfigService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  createTemplateAction,
  initRepoAndPush,
} from '@backstage/plugin-scaffolder-node';
import { assertSameOrigin } from '../domain/assertSameOrigin';
import { EffectLedger } from '../domain/EffectLedger';
import { readRemoteBranches } from '../domain/remoteBranches';
import { scmRemote } from '../domain/scmRemote';
import { examples } from './createAdoptRepositoryAction.examples';

/**
 * Takes over the repository of an earlier run with the same answers, so that a run that failed half way can be
 * repeated. A repository that anything else made is refused, never overwritten.
 */
export function createAdoptRepositoryAction(options: {
  readonly auditor: AuditorService;
  readonly config: RootConfigService;
  readonly integrations: ScmIntegrations;
  readonly reader: UrlReaderService;
}) {
  const { auditor, config, integrations, reader } = options;
  return createTemplateAction({
    id: 'golden-path:repository:adopt',
    description:
      'Looks for the repository of an earlier run with the same answers and takes it over. Skip the publish step when it outputs exists: true.',
    examples,
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
        token: z =>
          z
            .string({
              description:
                "The user's own token for GitHub or GitLab; the integration's by default",
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
        ...ctx.input,
        branch,
        integrations,
        requireUserToken: config.getOptionalBoolean(
          'scaffolder.requireScmUserCredentials',
        ),
      });
      const directory = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      const name = `${remote.owner}/${remote.repo}`;
      const found = await readRemoteBranches(remote);
      ctx.signal?.throwIfAborted();
      if (found.status === 'has-branches') {
        const { version } = await assertSameOrigin({
          reader,
          remote,
          directory,
          token: ctx.input.token,
        });
        ctx.logger.info(
          `Adopting ${name}, which was made with version ${version}`,
        );
      } else if (found.status === 'empty') {
        ctx.logger.info(`${name} exists and is empty: pushing to it`);
        const audit = await auditor.createEvent({
          eventId: 'repository-push',
          severityLevel: 'medium',
          meta: {
            remoteUrl: remote.remoteUrl,
            branch,
            onBehalfOf: ctx.user?.ref,
            reason: `scaffolder task ${ctx.task.id} of ${
              ctx.templateInfo?.entityRef ?? 'an unnamed template'
            }`,
          },
        });
        try {
          await initRepoAndPush({
            dir: directory,
            remoteUrl: remote.remoteUrl,
            auth: remote.auth,
            defaultBranch: branch,
            logger: ctx.logger,
            commitMessage: 'Create the service on its golden path',
            gitAuthorInfo: {
              name: config.getOptionalString('scaffolder.defaultAuthor.name'),
              email: config.getOptionalString('scaffolder.defaultAuthor.email'),
            },
          });
        } catch (error) {
          await audit.fail({ error: toError(error) });
          throw error;
        }
        await audit.success();
      }
      const exists = found.status !== 'absent';
      if (exists) {
        await EffectLedger.of(ctx).record(`Repository: ${remote.remoteUrl}`);
      }
      ctx.output('exists', exists);
      ctx.output('remoteUrl', remote.remoteUrl);
      ctx.output('repoContentsUrl', remote.contentsUrl);
    },
  });
}
