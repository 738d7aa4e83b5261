import { ForwardedError, NotAllowedError } from '@backstage/errors';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import type { ScmRemote } from './scmRemote';

/** What a git remote says about itself. */
type RemoteBranches =
  | { readonly status: 'absent' }
  | { readonly status: 'empty' }
  | { readonly status: 'has-branches' };

/**
 * Asks a remote for its branches, as `git ls-remote --heads` does.
 *
 * @throws `NotAllowedError` where the host refuses the credentials, `ForwardedError` where it cannot be reached
 */
export async function readRemoteBranches(
  remote: Pick<ScmRemote, 'remoteUrl' | 'auth'>,
): Promise<RemoteBranches> {
  let refused = false;
  try {
    const refs = await git.listServerRefs({
      http,
      url: remote.remoteUrl,
      prefix: 'refs/heads/',
      // The second protocol answers an empty repository; the first has no advertisement for it.
      protocolVersion: 2,
      onAuth: () => ({ ...remote.auth }),
      // Without it the client asks again and again with the refused credentials.
      onAuthFailure: () => {
        refused = true;
        return { cancel: true };
      },
    });
    return { status: refs.length === 0 ? 'empty' : 'has-branches' };
  } catch (error) {
    const status =
      error instanceof git.Errors.HttpError ? error.data.statusCode : undefined;
    if (status === 404) return { status: 'absent' };
    if (refused || status === 401 || status === 403) {
      throw new NotAllowedError(
        `${remote.remoteUrl} refuses the credentials that the portal has for it`,
      );
    }
    throw new ForwardedError(`Could not ask ${remote.remoteUrl}`, error);
  }
}
