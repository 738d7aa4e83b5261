import type { PullRequest } from './PullRequests';
import type { Repository, TreeEntry } from './RepositoryStore';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}pre{background:#f4f4f4;overflow:auto;padding:1rem}li{list-style:none}ul{padding:0}';

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(
    title,
  )}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

/** What a person sees who follows a link to a repository, a folder or a file. */
export function repositoryPage(options: {
  readonly base: string;
  readonly repository: Repository;
  readonly branch: string;
  readonly path: string;
  readonly entries: readonly TreeEntry[];
  readonly file: string | undefined;
  readonly pulls: readonly PullRequest[];
}): string {
  const { base, repository, branch, path, entries, file, pulls } = options;
  const name = `${repository.owner}/${repository.name}`;
  const source = `${base}/${name}/src/branch/${branch}`;
  const items = entries.map(entry => {
    const label = entry.type === 'tree' ? `${entry.path}/` : entry.path;
    return `<li><a href="${escapeHtml(`${source}/${entry.path}`)}">${escapeHtml(
      label,
    )}</a></li>`;
  });
  const content =
    file === undefined
      ? `<ul>${items.join('')}</ul>`
      : `<pre>${escapeHtml(file)}</pre>`;
  const requests = pulls.map(
    pull =>
      `<li>#${pull.number} ${escapeHtml(pull.title)} (${pull.state})</li>`,
  );
  return page(
    `${name}${path && `/${path}`}`,
    `<h1><a href="${base}/${name}">${escapeHtml(
      name,
    )}</a></h1><p>Branch ${escapeHtml(branch)}${
      path && `, ${escapeHtml(path)}`
    }</p>${content}${
      requests.length > 0
        ? `<h2>Pull requests</h2><ul>${requests.join('')}</ul>`
        : ''
    }`,
  );
}

export function emptyRepositoryPage(
  base: string,
  repository: Repository,
): string {
  const name = `${repository.owner}/${repository.name}`;
  return page(
    name,
    `<h1>${escapeHtml(
      name,
    )}</h1><p>Nothing has been pushed yet. Clone URL: ${escapeHtml(
      `${base}/${name}.git`,
    )}</p>`,
  );
}
