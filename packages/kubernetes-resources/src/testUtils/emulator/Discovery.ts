import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import type { ResourceDefinition } from './ResourceDefinition';
import { apiVersionOf } from './ResourceDefinition';

const BUILT_IN_VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const CUSTOM_VERBS = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
const STATUS_VERBS = ['get', 'patch', 'update'];

/** Namespaces are the one kind that cannot be deleted as a collection. */
function verbsOf(definition: ResourceDefinition): string[] {
  if (!definition.builtIn) {
    return CUSTOM_VERBS;
  }
  return definition.plural === 'namespaces'
    ? BUILT_IN_VERBS.filter(verb => verb !== 'deletecollection')
    : BUILT_IN_VERBS;
}

function names(definition: ResourceDefinition): JsonObject {
  return {
    ...(definition.shortNames && { shortNames: [...definition.shortNames] }),
    ...(definition.categories && { categories: [...definition.categories] }),
  };
}

function byPlural(left: ResourceDefinition, right: ResourceDefinition) {
  return left.plural < right.plural ? -1 : 1;
}

/** The discovery documents of a set of resources. */
export class Discovery {
  readonly #definitions: readonly ResourceDefinition[];

  constructor(definitions: readonly ResourceDefinition[]) {
    this.#definitions = [...definitions].sort(byPlural);
  }

  versions(serverAddress: string): JsonObject {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
    };
  }

  groupList(): JsonObject {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.#groups().map(group => this.#groupEntry(group)),
    };
  }

  /** `undefined` where nothing of the group is served. */
  group(name: string): JsonObject | undefined {
    return this.#groups().includes(name)
      ? { kind: 'APIGroup', apiVersion: 'v1', ...this.#groupEntry(name) }
      : undefined;
  }

  /** `undefined` where the version is not served. */
  resourceList(group: string, version: string): JsonObject | undefined {
    const definitions = this.#of(group, version);
    if (definitions.length === 0) {
      return undefined;
    }
    return {
      kind: 'APIResourceList',
      // Left out for the core group, as the real server does.
      ...(group !== '' && { apiVersion: 'v1' }),
      groupVersion: apiVersionOf({ group, version }),
      resources: definitions.flatMap(definition => [
        {
          name: definition.plural,
          singularName: definition.kind.toLowerCase(),
          namespaced: definition.namespaced,
          kind: definition.kind,
          verbs: verbsOf(definition),
          ...names(definition),
        },
        ...(definition.status
          ? [
              {
                name: `${definition.plural}/status`,
                singularName: '',
                namespaced: definition.namespaced,
                kind: definition.kind,
                verbs: STATUS_VERBS,
              },
            ]
          : []),
      ]),
    };
  }

  aggregated(core: boolean): {
    readonly body: JsonObject;
    readonly etag: string;
  } {
    const groups = core ? [''] : this.#groups();
    const body: JsonObject = {
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      metadata: {},
      items: groups.map(group => ({
        metadata: group === '' ? {} : { name: group },
        versions: this.#versionsOf(group).map(version => ({
          version,
          resources: this.#of(group, version).map(definition =>
            this.#aggregatedResource(definition),
          ),
          freshness: 'Current',
        })),
      })),
    };
    const hash = createHash('sha512').update(JSON.stringify(body));
    return { body, etag: `"${hash.digest('hex').toUpperCase()}"` };
  }

  #aggregatedResource(definition: ResourceDefinition): JsonObject {
    const responseKind = {
      group: definition.builtIn ? '' : definition.group,
      version: definition.builtIn ? '' : definition.version,
      kind: definition.kind,
    };
    return {
      resource: definition.plural,
      responseKind,
      scope: definition.namespaced ? 'Namespaced' : 'Cluster',
      singularResource: definition.kind.toLowerCase(),
      verbs: verbsOf(definition),
      ...names(definition),
      ...(definition.status && {
        subresources: [
          { subresource: 'status', responseKind, verbs: STATUS_VERBS },
        ],
      }),
    };
  }

  #groups(): string[] {
    const groups = new Set(
      this.#definitions
        .map(definition => definition.group)
        .filter(group => group !== ''),
    );
    return [...groups].sort();
  }

  #versionsOf(group: string): string[] {
    return [
      ...new Set(
        this.#definitions
          .filter(definition => definition.group === group)
          .map(definition => definition.version),
      ),
    ];
  }

  #of(group: string, version: string): readonly ResourceDefinition[] {
    return this.#definitions.filter(
      definition =>
        definition.group === group && definition.version === version,
    );
  }

  #groupEntry(group: string): JsonObject {
    const versions = this.#versionsOf(group).map(version => ({
      groupVersion: apiVersionOf({ group, version }),
      version,
    }));
    return { name: group, versions, preferredVersion: versions[0] };
  }
}
