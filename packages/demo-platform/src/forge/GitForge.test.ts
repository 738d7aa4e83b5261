import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import nodeFs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemClock } from '@fairway/kubernetes-resources/testUtils';
import express from 'express';
import isomorphicGit from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { GitForge } from './GitForge';

const run = promisify(execFile);
const AUTHORIZATION = `Basic ${Buffer.from(
  'fairway:forge-on-loopback',
).toString('base64')}`;

describe('GitForge', () => {
  let forge: GitForge;
  let url: string;
  let work: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    forge = await GitForge.create({ clock: systemClock });
    work = await fs.mkdtemp(join(tmpdir(), 'forge-test-'));
    const app = express();
    app.use('/forge', forge.router);
    const server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/forge`;
    close = () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
  });

  afterAll(async () => {
    await close();
    await forge.close();
    await fs.rm(work, { recursive: true, force: true });
  });

  function post(path: string, body: object, authorization = AUTHORIZATION) {
    return fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async function git(...args: string[]) {
    const { stdout } = await run('git', args, {
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    });
    return stdout;
  }

  /** The forge looks at what was pushed after it has answered. */
  async function knownCommit(repository: string): Promise<string | undefined> {
    for (let attempt = 0; attempt < 500; attempt++) {
      const id = forge.latestCommit(repository)?.id;
      if (id) return id;
      await delay(20);
    }
    return undefined;
  }

  it('says which organisations exist', async () => {
    expect((await fetch(`${url}/api/v1/orgs/demo`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/orgs/nobody`)).status).toBe(404);
  });

  it('refuses to create without credentials', async () => {
    const path = '/api/v1/orgs/demo/repos';
    expect((await post(path, { name: 'x' }, 'Basic eDp5')).status).toBe(401);
  });

  it('takes a push of git and gives it back', async () => {
    const created = await post('/api/v1/orgs/demo/repos', { name: 'shop' });
    expect(created.status).toBe(201);
    expect(
      (await post('/api/v1/orgs/demo/repos', { name: 'shop' })).status,
    ).toBe(409);

    const source = join(work, 'source');
    await git('init', '--initial-branch=main', source);
    await fs.mkdir(join(source, 'docs'));
    await fs.writeFile(join(source, 'catalog-info.yaml'), 'kind: Component\n');
    await fs.writeFile(join(source, 'docs', 'index.md'), '# Shop\n');
    await git('-C', source, 'add', '.');
    await git(
      '-C',
      source,
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.com',
      'commit',
      '-m',
      'first',
    );
    await expect(
      git('-C', source, 'push', `${url}/demo/shop.git`, 'main'),
    ).rejects.toThrow();
    const remote = url.replace('http://', 'http://fairway:forge-on-loopback@');
    await git('-C', source, 'push', `${remote}/demo/shop.git`, 'main');
    const head = (await git('-C', source, 'rev-parse', 'HEAD')).trim();
    expect(await knownCommit(`${url}/demo/shop.git`)).toBe(head);

    const copy = join(work, 'copy');
    await git('clone', `${url}/demo/shop.git`, copy);
    expect(await fs.readFile(join(copy, 'docs', 'index.md'), 'utf8')).toBe(
      '# Shop\n',
    );

    const contents = await fetch(
      `${url}/api/v1/repos/demo/shop/contents/catalog-info.yaml?ref=main`,
    );
    expect(await contents.json()).toMatchObject({
      encoding: 'base64',
      content: Buffer.from('kind: Component\n').toString('base64'),
    });
    const commit = await fetch(
      `${url}/api/v1/repos/demo/shop/git/commits/main`,
    );
    expect(await commit.json()).toMatchObject({ sha: head });
    const raw = await fetch(`${url}/demo/shop/raw/branch/main/docs/index.md`);
    expect(await raw.text()).toBe('# Shop\n');

    const archive = join(work, 'shop.tar.gz');
    const tar = await fetch(
      `${url}/api/v1/repos/demo/shop/archive/main.tar.gz`,
    );
    await fs.writeFile(archive, Buffer.from(await tar.arrayBuffer()));
    const { stdout } = await run('tar', ['tzf', archive]);
    expect(stdout.split('\n')).toContain('shop/docs/index.md');

    const page = await fetch(`${url}/demo/shop/src/branch/main/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('catalog-info.yaml');
    expect((await fetch(`${url}/demo/shop/src/branch/none`)).status).toBe(404);
  });

  it('takes a push of isomorphic-git', async () => {
    await post('/api/v1/orgs/demo/repos', { name: 'iso' });
    const dir = join(work, 'iso');
    await fs.mkdir(dir);
    const repository = { fs: nodeFs, dir };
    await isomorphicGit.init({ ...repository, defaultBranch: 'main' });
    await fs.writeFile(join(dir, 'README.md'), 'hello\n');
    await isomorphicGit.add({ ...repository, filepath: 'README.md' });
    const sha = await isomorphicGit.commit({
      ...repository,
      message: 'first',
      author: { name: 'T', email: 't@example.com' },
    });
    const pushed = await isomorphicGit.push({
      ...repository,
      http,
      url: `${url}/demo/iso.git`,
      remoteRef: 'main',
      onAuth: () => ({ username: 'fairway', password: 'forge-on-loopback' }),
    });
    expect(pushed.ok).toBe(true);
    expect(await knownCommit('http://x/forge/demo/iso')).toBe(sha);
  });

  it('keeps pull requests', async () => {
    await post('/api/v1/orgs/demo/repos', { name: 'pulls' });
    const path = '/api/v1/repos/demo/pulls/pulls';
    const opened = await post(path, {
      title: 'Upgrade',
      head: 'upgrade',
      base: 'main',
    });
    expect(opened.status).toBe(201);
    expect((await post(path, { title: '' })).status).toBe(422);
    const listed = await (await fetch(`${url}${path}`)).json();
    expect(listed).toEqual([
      expect.objectContaining({ number: 1, title: 'Upgrade', state: 'open' }),
    ]);
  });

  it.each([
    '/demo/nope',
    '/api/v1/repos/demo/nope',
    '/demo/..%2f..%2fetc/passwd',
  ])('answers 404 for %s', async path => {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });
});
