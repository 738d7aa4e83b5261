import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a bearer token comes from. Tokens of pods rotate, so they are read for each request. */
export type ClusterCredential =
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'token-file'; readonly path: string };

export async function readToken(
  credential: ClusterCredential,
): Promise<string> {
  return credential.type === 'token'
    ? credential.token
    : (await readFile(credential.path, 'utf8')).trim();
}

/** The cluster that the process runs in, seen from its pod. */
export interface PodServiceAccount {
  readonly url: string;
  readonly caFile: string;
  readonly credential: ClusterCredential;
}

const SERVICE_ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The service account of the pod, or `undefined` outside of one. */
export function findPodServiceAccount(options?: {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}): PodServiceAccount | undefined {
  const { folder = SERVICE_ACCOUNT_FOLDER, env = process.env } = options ?? {};
  const host = env.KUBERNETES_SERVICE_HOST;
  const caFile = join(folder, 'ca.crt');
  if (!host || !existsSync(caFile)) {
    return undefined;
  }
  const port = env.KUBERNETES_SERVICE_PORT ?? '443';
  const scheme = ['80', '8080', '8001'].includes(port) ? 'http' : 'https';
  return {
    url: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    caFile,
    credential: { type: 'token-file', path: join(folder, 'token') },
  };
}
