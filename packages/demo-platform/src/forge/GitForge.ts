import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@fairway/kubernetes-resources/testUtils';
import type { NextFunction, Request, Response } from 'express';
import express, { Router } from 'express';
import type { Commit } from '../kargo/KargoContext';
import { authenticatedUser } from './authenticatedUser';
import { createForgeApi } from './createForgeApi';
import { runGitHttpBackend } from './gitHttpBackend';
import { PullRequests } from './PullRequests';
import { emptyRepositoryPage, repositoryPage } from './repositoryPage';
import type { Repository } from './RepositoryStore';
import { RepositoryStore } from './RepositoryStore';

const OWNERS = ['demo'];
const DEFAULT_BRANCH = 'main';

/** A Git forge with the part of Gitea's API that Backstage uses. */
export class GitForge {
  readonly router: Router;
  readonly #repositories: RepositoryStore;
  readonly #pulls = new PullRequests();
  readonly #temporary: string | undefined;

  private constructor(
    repositories: RepositoryStore,
    clock: Clock,
    temporary: string | undefined,
  ) {
    this.#repositories = repositories;
    this.#temporary = temporary;
    this.router = Router();
    this.router.use(
      '/api/v1',
      express.json({ limit: '5mb' }),
      createForgeApi({ repositories, pulls: this.#pulls, clock }),
    );
    this.router.all(
      /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/,
      (request, response, next) =>
        this.#smartHttp(request, response).catch(next),
    );
    this.router.get(
      '/:owner/:name/raw/branch/:branch/*',
      this.#withRepository(async (request, response, repository) => {
        const file = await this.#file(
          repository,
          request.params.branch,
          request.params[0],
        );
        if (file) {
          response.type('text/plain').send(file);
        } else {
          response.sendStatus(404);
        }
      }),
    );
    const showPage = this.#withRepository((request, response, repository) =>
      this.#page(request, response, repository),
    );
    this.router.get('/:owner/:name/src/branch/:branch', showPage);
    this.router.get('/:owner/:name/src/branch/:branch/*', showPage);
    this.router.get('/:owner/:name', showPage);
  }

  static async create(options: {
    /** Where repositories are kept; a folder of its own that is removed at the end unless given. */
    readonly directory?: string;
    readonly clock: Clock;
  }): Promise<GitForge> {
    const temporary = options.directory
      ? undefined
      : await mkdtemp(join(tmpdir(), 'fairway-forge-'));
    const repositories = await RepositoryStore.create({
      directory: options.directory ?? temporary ?? '',
      owners: OWNERS,
    });
    return new GitForge(repositories, options.clock, temporary);
  }

  latestCommit(url: string): Commit | undefined {
    return this.#repositories.latestCommit(url);
  }

  async close(): Promise<void> {
    if (this.#temporary) {
      await rm(this.#temporary, { recursive: true, force: true });
    }
  }

  async #smartHttp(request: Request, response: Response): Promise<void> {
    const [owner, name, service] = Object.values(request.params);
    const repository = await this.#repositories.find(owner, name);
    if (!repository) {
      response.sendStatus(404);
      return;
    }
    const user = authenticatedUser(request);
    const pushing =
      service === 'git-receive-pack' ||
      request.query.service === 'git-receive-pack';
    if (pushing && user === undefined) {
      response
        .status(401)
        .set('WWW-Authenticate', 'Basic realm="demo forge"')
        .send('Authentication is needed to push\n');
      return;
    }
    await runGitHttpBackend({
      request,
      response,
      root: this.#repositories.root,
      path: `/${owner}/${repository.name}.git/${service}`,
      user,
    });
    if (pushing) {
      await this.#repositories.refresh(repository);
    }
  }

  #withRepository(
    handle: (
      request: Request,
      response: Response,
      repository: Repository,
    ) => Promise<void>,
  ) {
    return (request: Request, response: Response, next: NextFunction) => {
      const { owner, name } = request.params;
      this.#repositories
        .find(owner, name)
        .then(repository =>
          repository
            ? handle(request, response, repository)
            : void response.sendStatus(404),
        )
        .catch(next);
    };
  }

  async #file(
    repository: Repository,
    branch: string,
    path: string,
  ): Promise<Buffer | undefined> {
    const commit = await this.#repositories.commit(repository, branch);
    const entry =
      commit && (await this.#repositories.entry(repository, commit.id, path));
    return entry?.type === 'blob'
      ? this.#repositories.blob(repository, entry)
      : undefined;
  }

  async #page(
    request: Request,
    response: Response,
    repository: Repository,
  ): Promise<void> {
    const { branch = DEFAULT_BRANCH } = request.params;
    const path = (request.params[0] ?? '').replace(/\/$/, '');
    const commit = await this.#repositories.commit(repository, branch);
    if (!commit) {
      const isRoot = request.params.branch === undefined;
      response
        .status(isRoot ? 200 : 404)
        .type('html')
        .send(emptyRepositoryPage(request.baseUrl, repository));
      return;
    }
    const entry = await this.#repositories.entry(repository, commit.id, path);
    if (!entry) {
      response.sendStatus(404);
      return;
    }
    const isFile = entry.type === 'blob';
    response.type('html').send(
      repositoryPage({
        base: request.baseUrl,
        repository,
        branch,
        path,
        entries: isFile
          ? []
          : await this.#repositories.children(repository, commit.id, path),
        file: isFile
          ? (await this.#repositories.blob(repository, entry)).toString()
          : undefined,
        pulls: this.#pulls.list(`${repository.owner}/${repository.name}`),
      }),
    );
  }
}
