import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Commit } from '../kargo/KargoContext';
import { git } from './gitCommand';

/** A repository of the forge. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly directory: string;
}

/** A file or folder in a repository. */
export interface TreeEntry {
  readonly type: 'blob' | 'tree';
  readonly path: string;
  readonly sha: string;
}

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Bare repositories in a folder, as `<owner>/<name>.git`. */
export class RepositoryStore {
  readonly #root: string;
  readonly #latest = new Map<string, Commit>();

  private constructor(root: string) {
    this.#root = root;
  }

  static async create(options: {
    readonly directory: string;
    readonly owners: readonly string[];
  }): Promise<RepositoryStore> {
    await git(['--version']);
    for (const owner of options.owners) {
      await mkdir(join(options.directory, owner), { recursive: true });
    }
    return new RepositoryStore(options.directory);
  }

  get root(): string {
    return this.#root;
  }

  async hasOwner(owner: string): Promise<boolean> {
    return SAFE_NAME.test(owner) && isDirectory(join(this.#root, owner));
  }

  async list(owner: string): Promise<string[]> {
    const entries = await readdir(join(this.#root, owner));
    return entries
      .filter(entry => entry.endsWith('.git'))
      .map(entry => entry.slice(0, -'.git'.length));
  }

  async find(owner: string, name: string): Promise<Repository | undefined> {
    if (!SAFE_NAME.test(owner) || !SAFE_NAME.test(name)) {
      return undefined;
    }
    const bare = name.replace(/\.git$/, '');
    const directory = join(this.#root, owner, `${bare}.git`);
    return (await isDirectory(directory))
      ? { owner, name: bare, directory }
      : undefined;
  }

  /** @returns `undefined` where the name is not allowed. */
  async init(owner: string, name: string): Promise<Repository | undefined> {
    if (!SAFE_NAME.test(name) || name.endsWith('.git')) {
      return undefined;
    }
    const directory = join(this.#root, owner, `${name}.git`);
    await git(['init', '--bare', '--initial-branch=main', directory]);
    await git(['config', 'http.receivepack', 'true'], { cwd: directory });
    return { owner, name, directory };
  }

  /** The commit of a branch, tag or id. */
  async commit(
    repository: Repository,
    reference: string,
  ): Promise<(Commit & { readonly date: string }) | undefined> {
    if (reference.startsWith('-')) {
      return undefined;
    }
    try {
      const output = await git(
        ['log', '-1', '--format=%H%x00%an <%ae>%x00%cI%x00%s', reference, '--'],
        { cwd: repository.directory },
      );
      const [id, author, date, message] = output.toString().trim().split('\0');
      return { id, author, date, message };
    } catch {
      return undefined;
    }
  }

  async branches(repository: Repository): Promise<string[]> {
    const output = await git(
      ['for-each-ref', '--format=%(refname:short)', 'refs/heads'],
      { cwd: repository.directory },
    );
    return output.toString().split('\n').filter(Boolean);
  }

  async entry(
    repository: Repository,
    commit: string,
    path: string,
  ): Promise<TreeEntry | undefined> {
    if (path === '') {
      return { type: 'tree', path: '', sha: commit };
    }
    return (await this.#lsTree(repository, [commit, '--', path]))[0];
  }

  async children(
    repository: Repository,
    commit: string,
    path: string,
  ): Promise<TreeEntry[]> {
    return this.#lsTree(repository, [
      commit,
      '--',
      ...(path === '' ? [] : [`${path}/`]),
    ]);
  }

  async blob(repository: Repository, entry: TreeEntry): Promise<Buffer> {
    return git(['cat-file', 'blob', entry.sha], { cwd: repository.directory });
  }

  /** The files of a commit as tar.gz, in a folder named like the repository. */
  async archive(repository: Repository, commit: string): Promise<Buffer> {
    return git(
      ['archive', '--format=tar.gz', `--prefix=${repository.name}/`, commit],
      { cwd: repository.directory },
    );
  }

  /** Remembers what a push has brought. */
  async refresh(repository: Repository): Promise<void> {
    const latest =
      (await this.commit(repository, 'main')) ??
      (await this.commit(repository, 'HEAD'));
    if (latest) {
      const { id, message, author } = latest;
      this.#latest.set(`${repository.owner}/${repository.name}`, {
        id,
        message,
        author,
      });
    }
  }

  /** The newest known commit of `<anything>/<owner>/<name>[.git]`. */
  latestCommit(url: string): Commit | undefined {
    const [owner, name] = url
      .replace(/\.git$/, '')
      .split('/')
      .slice(-2);
    return this.#latest.get(`${owner}/${name}`);
  }

  async #lsTree(
    repository: Repository,
    args: readonly string[],
  ): Promise<TreeEntry[]> {
    const output = await git(['ls-tree', '-z', ...args], {
      cwd: repository.directory,
    });
    return output
      .toString()
      .split('\0')
      .flatMap(line => {
        const [, type, sha, path] =
          /^\d+ (blob|tree) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
        return type === 'blob' || type === 'tree' ? [{ type, sha, path }] : [];
      });
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
