import type { Clock } from '@fairway/kubernetes-resources/testUtils';
import type { NextFunction, Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod/v4';
import { authenticatedUser } from './authenticatedUser';
import type { PullRequests } from './PullRequests';
import { createPullSchema } from './PullRequests';
import type { Repository, RepositoryStore, TreeEntry } from './RepositoryStore';

const createRepositorySchema = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  private: z.boolean().optional(),
});

function notFound(response: Response, what: string): void {
  response.status(404).json({ message: `${what} does not exist` });
}

/** Where the forge is seen from outside, for example `http://localhost:7100/forge`. */
function forgeUrl(request: Request): string {
  return `${request.protocol}://${request.get('host')}${request.baseUrl.replace(
    /\/api\/v1$/,
    '',
  )}`;
}

function describe(request: Request, { owner, name }: Repository) {
  const url = `${forgeUrl(request)}/${owner}/${name}`;
  return {
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner, username: owner },
    private: false,
    default_branch: 'main',
    html_url: url,
    clone_url: `${url}.git`,
  };
}

function describeEntry(entry: TreeEntry) {
  return {
    name: entry.path.split('/').pop(),
    path: entry.path,
    sha: entry.sha,
    type: entry.type === 'tree' ? 'dir' : 'file',
  };
}

/** The part of Gitea's REST API that Backstage's integration, URL reader and `publish:gitea` call. */
export function createForgeApi(options: {
  readonly repositories: RepositoryStore;
  readonly pulls: PullRequests;
  readonly clock: Clock;
}): Router {
  const { repositories, pulls, clock } = options;
  const router = Router();

  const withRepository =
    (
      handle: (
        request: Request,
        response: Response,
        repository: Repository,
      ) => Promise<void>,
    ) =>
    (request: Request, response: Response, next: NextFunction) => {
      const { owner, name } = request.params;
      repositories
        .find(owner, name)
        .then(repository =>
          repository
            ? handle(request, response, repository)
            : notFound(response, `repository ${owner}/${name}`),
        )
        .catch(next);
    };

  router.use((request, response, next) => {
    if (request.method !== 'GET' && authenticatedUser(request) === undefined) {
      response
        .status(401)
        .json({ message: 'invalid username, password or token' });
    } else {
      next();
    }
  });

  router.get('/orgs/:owner', (request, response, next) => {
    const { owner } = request.params;
    repositories
      .hasOwner(owner)
      .then(known =>
        known
          ? response.json({ username: owner, name: owner })
          : notFound(response, `organisation ${owner}`),
      )
      .catch(next);
  });

  router.post('/orgs/:owner/repos', (request, response, next) => {
    const create = async () => {
      const { owner } = request.params;
      const input = createRepositorySchema.safeParse(request.body);
      if (!input.success) {
        response.status(422).json({ message: z.prettifyError(input.error) });
      } else if (!(await repositories.hasOwner(owner))) {
        notFound(response, `organisation ${owner}`);
      } else if (await repositories.find(owner, input.data.name)) {
        response.status(409).json({
          message: 'The repository with the same name already exists.',
        });
      } else {
        const repository = await repositories.init(owner, input.data.name);
        if (repository) {
          response.status(201).json(describe(request, repository));
        } else {
          response
            .status(422)
            .json({ message: `name is invalid [${input.data.name}]` });
        }
      }
    };
    create().catch(next);
  });

  router.get(
    '/repos/:owner/:name',
    withRepository(async (request, response, repository) => {
      response.json(describe(request, repository));
    }),
  );

  router.get(
    '/repos/:owner/:name/branches',
    withRepository(async (_request, response, repository) => {
      const names = await repositories.branches(repository);
      response.json(names.map(name => ({ name })));
    }),
  );

  const readContents = withRepository(async (request, response, repository) => {
    const path = (request.params[0] ?? '').replace(/\/$/, '');
    const { ref } = request.query;
    const commit = await repositories.commit(
      repository,
      typeof ref === 'string' && ref !== '' ? ref : 'main',
    );
    const entry =
      commit && (await repositories.entry(repository, commit.id, path));
    if (!commit || !entry) {
      notFound(response, path);
    } else if (entry.type === 'tree') {
      const children = await repositories.children(repository, commit.id, path);
      response.json(children.map(describeEntry));
    } else {
      const content = await repositories.blob(repository, entry);
      response.set('ETag', `"${entry.sha}"`).json({
        ...describeEntry(entry),
        size: content.length,
        encoding: 'base64',
        content: content.toString('base64'),
      });
    }
  });
  router.get('/repos/:owner/:name/contents', readContents);
  router.get('/repos/:owner/:name/contents/*', readContents);

  router.get(
    '/repos/:owner/:name/git/commits/:ref',
    withRepository(async (request, response, repository) => {
      const commit = await repositories.commit(repository, request.params.ref);
      if (commit) {
        response.json({ sha: commit.id, commit: { message: commit.message } });
      } else {
        notFound(response, `commit ${request.params.ref}`);
      }
    }),
  );

  router.get(
    '/repos/:owner/:name/archive/:ref.tar.gz',
    withRepository(async (request, response, repository) => {
      const commit = await repositories.commit(repository, request.params.ref);
      if (commit) {
        response
          .type('application/gzip')
          .send(await repositories.archive(repository, commit.id));
      } else {
        notFound(response, `archive ${request.params.ref}`);
      }
    }),
  );

  router.get(
    '/repos/:owner/:name/pulls',
    withRepository(async (_request, response, { owner, name }) => {
      response.json(pulls.list(`${owner}/${name}`));
    }),
  );

  router.post(
    '/repos/:owner/:name/pulls',
    withRepository(async (request, response, { owner, name }) => {
      const draft = createPullSchema.safeParse(request.body);
      if (draft.success) {
        const pull = pulls.create({
          repository: `${owner}/${name}`,
          url: `${forgeUrl(request)}/${owner}/${name}`,
          draft: draft.data,
          now: clock.now(),
        });
        response.status(201).json(pull);
      } else {
        response.status(422).json({ message: z.prettifyError(draft.error) });
      }
    }),
  );

  return router;
}
