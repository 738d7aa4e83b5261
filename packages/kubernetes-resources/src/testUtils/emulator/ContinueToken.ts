import { z } from 'zod/v4';
import { apiErrors } from './KubernetesApiError';

const continueTokenSchema = z.object({
  v: z.literal('meta.k8s.io/v1'),
  rv: z.number(),
  start: z.string(),
});

/** Where a paged list goes on. `revision` -1 means: at the present state, without consistency. */
export interface ContinueToken {
  readonly revision: number;
  /** First key that may follow, relative to the list's prefix. */
  readonly start: string;
}

/** The encoding of `k8s.io/apiserver/pkg/storage/continue.go`. */
export function encodeContinueToken(token: ContinueToken): string {
  const text = JSON.stringify({
    v: 'meta.k8s.io/v1',
    rv: token.revision,
    // The server leaves the slash out where it makes a token for an inconsistent rest.
    start: token.revision === -1 ? token.start : `/${token.start}`,
  });
  return Buffer.from(text).toString('base64url');
}

export function decodeContinueToken(text: string): ContinueToken {
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(decoded);
  } catch {
    throw apiErrors.badRequest(
      `invalid continue token: continue key is not valid: invalid character '${decoded.slice(
        0,
        1,
      )}' looking for beginning of value`,
    );
  }
  const token = continueTokenSchema.safeParse(json);
  if (!token.success) {
    throw apiErrors.badRequest(
      'invalid continue token: continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)',
    );
  }
  return {
    revision: token.data.rv,
    start: token.data.start.replace(/^\//, ''),
  };
}
