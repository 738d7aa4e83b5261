import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

/**
 * Where a repository is, for git and for the catalog, with the credentials of the configured integration.
 */
export interface ScmRemote {
  readonly owner: string;
  readonly repo: string;
  readonly remoteUrl: string;
  /** Root of the repository's contents on a branch, as `publish:*` actions output it; ends with a slash. */
  readonly contentsUrl: string;
  readonly auth: { readonly username: string; readonly password: string };
}

/**
 * Resolves a `repoUrl` of the RepoUrlPicker.
 *
 * @throws `InputError` where the host has no integration with credentials, or one of a kind that is not known here
 */
export function scmRemote(options: {
  readonly repoUrl: string;
  readonly branch: string;
  readonly integrations: ScmIntegrations;
  /** The user's own token; takes the place of the integration's. */
  readonly token?: string;
  /** `scaffolder.requireScmUserCredentials`: where users have tokens, the integration's are not used. */
  readonly requireUserToken?: boolean;
}): ScmRemote {
  const { repoUrl, branch, integrations, token, requireUserToken } = options;
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
  if (!owner) {
    throw new InputError(`The repository location "${repoUrl}" has no owner`);
  }

  const gitea = integrations.gitea.byHost(host);
  if (gitea) {
    const { username, password } = gitea.config;
    const baseUrl = gitea.config.baseUrl ?? `https://${host}`;
    return {
      owner,
      repo,
      remoteUrl: `${baseUrl}/${owner}/${repo}.git`,
      contentsUrl: `${baseUrl}/${owner}/${repo}/src/branch/${branch}/`,
      auth: credentials(host, username, password),
    };
  }
  if (requireUserToken && !token) {
    throw new InputError(
      `No user credentials provided for host ${host}, but scaffolder.requireScmUserCredentials is enabled`,
    );
  }
  // A token is the password; the user name is the one each host documents for tokens.
  const github = integrations.github.byHost(host);
  if (github) {
    return {
      owner,
      repo,
      remoteUrl: `https://${host}/${owner}/${repo}.git`,
      contentsUrl: `https://${host}/${owner}/${repo}/blob/${branch}/`,
      auth: credentials(host, 'x-access-token', token ?? github.config.token),
    };
  }
  const gitlab = integrations.gitlab.byHost(host);
  if (gitlab) {
    return {
      owner,
      repo,
      remoteUrl: `${gitlab.config.baseUrl}/${owner}/${repo}.git`,
      contentsUrl: `${gitlab.config.baseUrl}/${owner}/${repo}/-/blob/${branch}/`,
      auth: credentials(host, 'oauth2', token ?? gitlab.config.token),
    };
  }
  throw new InputError(
    `Repositories on ${host} cannot be adopted: configure it under integrations as github, gitlab or gitea`,
  );
}

function credentials(
  host: string,
  username: string | undefined,
  password: string | undefined,
) {
  if (!username || !password) {
    throw new InputError(
      `The integration of ${host} has no credentials; add them under integrations`,
    );
  }
  return { username, password };
}
