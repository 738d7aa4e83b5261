import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '@backstage/types';
import type { Discovery } from './Discovery';
import type { HttpAnswer } from './HttpAnswer';
import { apiErrors } from './KubernetesApiError';
import { negotiateDiscovery } from './Representation';

const AGGREGATED_TYPE =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const HEALTH_PATHS = ['/healthz', '/livez', '/readyz'];

const VERSION: JsonObject = {
  major: '1',
  minor: '36',
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
  gitVersion: 'v1.36.2',
  gitCommit: '98b35193b2ac7a23a673325f5e9b830ecd5ba406',
  gitTreeState: 'clean',
  buildDate: '2026-08-21T00:00:00Z',
  goVersion: 'go1.26.10',
  compiler: 'gc',
  platform: 'linux/amd64',
};

const json = (body: JsonObject): HttpAnswer => ({ code: 200, body });

function discoveryRoot(
  discovery: Discovery,
  path: '/api' | '/apis',
  headers: IncomingHttpHeaders,
): HttpAnswer {
  switch (negotiateDiscovery(headers.accept)) {
    case 'plain':
      return json(
        path === '/api'
          ? discovery.versions(headers.host ?? '')
          : discovery.groupList(),
      );
    case 'aggregated': {
      const { body, etag } = discovery.aggregated(path === '/api');
      const cached = headers['if-none-match'] === etag;
      return {
        code: cached ? 304 : 200,
        body: cached ? undefined : body,
        contentType: cached ? undefined : AGGREGATED_TYPE,
        headers: { ETag: etag, Vary: 'Accept' },
      };
    }
    default:
      throw apiErrors.notAcceptable();
  }
}

function discoveryDocument(
  discovery: Discovery,
  builtInGroups: ReadonlySet<string>,
  path: string,
  headers: IncomingHttpHeaders,
): HttpAnswer {
  const [root, ...rest] = path.slice(1).split('/');
  const [group, version] = root === 'api' ? ['', rest[0]] : rest;
  const document =
    version === undefined
      ? discovery.group(group)
      : discovery.resourceList(group, version);
  if (!document) {
    throw version !== undefined && builtInGroups.has(group)
      ? apiErrors.noSuchResource()
      : apiErrors.pageNotFound();
  }
  if (negotiateDiscovery(headers.accept) !== 'plain') {
    // Aggregated discovery exists at the two roots only; the fallback in the header, if any, is plain JSON.
    if (!/application\/json(,|$)|\*\/\*/.test(headers.accept ?? '*/*')) {
      throw apiErrors.notAcceptable();
    }
  }
  return json(document);
}

/** Version, health and discovery: what is not a resource. @throws a plain 404 for anything else. */
export function answerNonResourcePath(options: {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly discovery: Discovery;
  readonly builtInGroups: ReadonlySet<string>;
}): HttpAnswer {
  const { headers, discovery, builtInGroups } = options;
  const path = options.path.replace(/\/$/, '') || '/';
  if (path === '/version') {
    return json(VERSION);
  }
  if (HEALTH_PATHS.includes(path)) {
    return { code: 200, body: 'ok' };
  }
  if (path === '/api' || path === '/apis') {
    return discoveryRoot(discovery, path, headers);
  }
  if (/^\/api\/[^/]+$/.test(path) || /^\/apis\/[^/]+(\/[^/]+)?$/.test(path)) {
    return discoveryDocument(discovery, builtInGroups, path, headers);
  }
  throw apiErrors.pageNotFound();
}
