import { ForwardedError } from '@backstage/errors';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import type { ScmRemote } from './scmRemote';

/** What a git remote says about itself. */
export type RemoteBranches =
  | { readonly status: 'absent' }
  | { readonly status: 'empty' }
  | { readonly status: 'has-branches' };

/**
 * Asks a remote for its branches, as `git ls-remote --heads` does.
 *
 * @throws `ForwardedError` where the host cannot be reached or refuses the credentials
 */
export async function readRemoteBranches(
  remote: Pick<ScmRemote, 'remoteUrl' | 'auth'>,
): Promise<RemoteBranches> {
  try {
    const refs = await git.listServerRefs({
      http,
      url: remote.remoteUrl,
      prefix: 'refs/heads/',
      // The second protocol answers an empty repository; the first has no advertisement for it.
      protocolVersion: 2,
      onAuth: () => remote.auth,
      // Without it the client asks again and again with the refused credentials.
      onAuthFailure: () => ({ cancel: true }),
    });
    return { status: refs.length === 0 ? 'empty' : 'has-branches' };
  } catch (error) {
    if (
      error instanceof git.Errors.HttpError &&
      error.data.statusCode === 404
    ) {
      return { status: 'absent' };
    }
    throw new ForwardedError(`Could not ask ${remote.remoteUrl}`, error);
  }
}
