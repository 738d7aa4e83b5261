import type { ResourceAttributes } from './Authorizer';

/** What a request is about, as `k8s.io/apiserver/pkg/endpoints/request/requestinfo.go` reads it off the path. */
export type RequestInfo =
  | { readonly kind: 'path'; readonly path: string; readonly verb: string }
  | ({
      readonly kind: 'resource';
      readonly version: string;
      /** Whether the deprecated `/watch/` path was used. */
      readonly watchPath: boolean;
    } & ResourceAttributes);

const METHOD_VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  GET: 'get',
  HEAD: 'get',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

function isTrue(value: string | null): boolean {
  return value !== null && !['', 'false', '0'].includes(value);
}

export function readRequestInfo(
  method: string,
  path: string,
  query: URLSearchParams,
): RequestInfo {
  const parts = path.replace(/\/$/, '').split('/').slice(1);
  const other: RequestInfo = {
    kind: 'path',
    path,
    verb: method.toLowerCase(),
  };
  const core = parts[0] === 'api';
  if ((!core && parts[0] !== 'apis') || parts.length < (core ? 3 : 4)) {
    return other;
  }
  const group = core ? '' : parts[1];
  const version = parts[core ? 1 : 2];
  let rest = parts.slice(core ? 2 : 3);
  const watchPath = rest[0] === 'watch' && rest.length > 1;
  if (watchPath) {
    rest = rest.slice(1);
  }
  let namespace: string | undefined;
  if (rest[0] === 'namespaces' && rest.length > 1) {
    namespace = rest[1];
    if (rest.length > 2 && !NAMESPACE_SUBRESOURCES.includes(rest[2])) {
      rest = rest.slice(2);
    }
  }
  const [resource, name, subresource] = rest;
  const watching = watchPath || isTrue(query.get('watch'));
  let verb = METHOD_VERBS[method] ?? '';
  if (verb === 'get' && name === undefined) {
    verb = watching ? 'watch' : 'list';
  } else if (verb === 'get' && watchPath) {
    verb = 'watch';
  } else if (verb === 'delete' && name === undefined) {
    verb = 'deletecollection';
  }
  return {
    kind: 'resource',
    verb,
    group,
    version,
    resource,
    watchPath,
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
  };
}
