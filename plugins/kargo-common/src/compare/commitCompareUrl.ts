import { safeLink } from '../model/safeLink';

/** How a host of repositories addresses what lies between two commits. */
const HOSTS: Readonly<
  Record<string, (repository: string, from: string, to: string) => string>
> = {
  github: (repository, from, to) => `${repository}/compare/${from}...${to}`,
  gitlab: (repository, from, to) => `${repository}/-/compare/${from}...${to}`,
  gitea: (repository, from, to) => `${repository}/compare/${from}...${to}`,
  bitbucketCloud: (repository, from, to) =>
    `${repository}/branches/compare/${to}..${from}`,
  bitbucketServer: (repository, from, to) =>
    `${repository}/compare/diff?sourceBranch=${to}&targetBranch=${from}`,
  azure: (repository, from, to) =>
    `${repository}/branchCompare?baseVersion=GC${from}&targetVersion=GC${to}`,
};

/**
 * Where the host of a repository shows what lies between two commits.
 *
 * @param host - kind of the host, as Backstage's integrations name it: `github`, `gitlab`, `gitea`, `bitbucketCloud`,
 * `bitbucketServer`, `azure`
 *
 * @returns `undefined` where the host is of no known kind, or the address is none of the web
 *
 * @public
 */
export function commitCompareUrl(options: {
  readonly host: string | undefined;
  readonly repoURL: string;
  readonly from: string;
  readonly to: string;
}): string | undefined {
  const { host, repoURL, from, to } = options;
  const compare = host === undefined ? undefined : HOSTS[host];
  const repository = safeLink(webAddress(repoURL))?.replace(/(\.git)?\/?$/, '');
  return compare && repository
    ? compare(repository, encodeURIComponent(from), encodeURIComponent(to))
    : undefined;
}

/** `git@host:group/repo.git` and `ssh://git@host/group/repo.git` as an address of the web. */
function webAddress(repoURL: string): string {
  const short = /^[\w.-]+@([\w.-]+):(?!\/)(.+)$/.exec(repoURL);
  if (short) return `https://${short[1]}/${short[2]}`;
  return repoURL.replace(
    /^ssh:\/\/(?:[\w.-]+@)?([\w.-]+)(?::\d+)?\//,
    'https://$1/',
  );
}
