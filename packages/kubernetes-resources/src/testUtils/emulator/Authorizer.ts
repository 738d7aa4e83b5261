import type { UserInfo } from './UserInfo';

/**
 * A rule as in a Role or ClusterRole.
 *
 * @public
 */
export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  /** With subresources as `pods/log`; `*` for all. */
  readonly resources?: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  /** Where the rule holds; absent for the whole cluster. */
  readonly namespaces?: readonly string[];
}

/**
 * A user of the emulator: a bearer token, an identity and its rights.
 *
 * @public
 */
export interface EmulatorUser extends UserInfo {
  readonly token: string;
  readonly rules: readonly PolicyRule[];
}

/**
 * A group of the emulator and what it adds to the rights of its members, who may be known by impersonation only.
 *
 * @public
 */
export interface EmulatorGroup {
  readonly name: string;
  readonly rules: readonly PolicyRule[];
}

/**
 * What somebody wants to do with a resource.
 *
 * @public
 */
export interface ResourceAttributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Paths that every authenticated user may read (ClusterRoles system:discovery and system:public-info-viewer). */
const DISCOVERY_PATH =
  /^\/(api|apis|openapi|version|healthz|livez|readyz)(\/.*)?$/;
const PUBLIC_PATH = /^\/(version|healthz|livez|readyz)(\/.*)?$/;

function listed(
  allowed: readonly string[] | undefined,
  value: string,
): boolean {
  return allowed?.some(entry => entry === '*' || entry === value) ?? false;
}

function permits(rule: PolicyRule, attributes: ResourceAttributes): boolean {
  const { resource, subresource, name, namespace } = attributes;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const resourceMatches =
    listed(rule.resources, full) ||
    (subresource !== undefined && listed(rule.resources, `*/${subresource}`));
  return (
    listed(rule.verbs, attributes.verb) &&
    listed(rule.apiGroups, attributes.group) &&
    resourceMatches &&
    (rule.resourceNames === undefined ||
      (name !== undefined && rule.resourceNames.includes(name))) &&
    (rule.namespaces === undefined ||
      (namespace !== undefined && rule.namespaces.includes(namespace)))
  );
}

/** Answers who may do what, from the rules of the configured users. */
export class Authorizer {
  readonly #users: ReadonlyMap<string, EmulatorUser>;
  readonly #byName: ReadonlyMap<string, EmulatorUser>;
  readonly #groups: readonly EmulatorGroup[];

  constructor(
    users: readonly EmulatorUser[],
    groups: readonly EmulatorGroup[] = [],
  ) {
    this.#groups = groups;
    this.#users = new Map(users.map(user => [user.token, user]));
    this.#byName = new Map(users.map(user => [user.name, user]));
  }

  authenticate(token: string): UserInfo | undefined {
    const user = this.#users.get(token);
    return (
      user && {
        name: user.name,
        ...(user.uid !== undefined && { uid: user.uid }),
        groups: [...user.groups, 'system:authenticated'],
      }
    );
  }

  allows(user: UserInfo, attributes: ResourceAttributes): boolean {
    if (user.groups.includes('system:masters')) {
      return true;
    }
    const selfReview =
      attributes.verb === 'create' &&
      ((attributes.group === 'authorization.k8s.io' &&
        ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'].includes(
          attributes.resource,
        )) ||
        (attributes.group === 'authentication.k8s.io' &&
          attributes.resource === 'selfsubjectreviews'));
    if (selfReview && user.groups.includes('system:authenticated')) {
      return true;
    }
    return this.#rulesOf(user).some(rule => permits(rule, attributes));
  }

  /** Whether any rule of the user is about impersonation. */
  mayImpersonate(user: UserInfo): boolean {
    return this.#rulesOf(user).some(rule => listed(rule.verbs, 'impersonate'));
  }

  allowsPath(user: UserInfo, path: string, verb: string): boolean {
    if (
      user.groups.includes('system:masters') ||
      PUBLIC_PATH.test(path) ||
      (user.groups.includes('system:authenticated') &&
        DISCOVERY_PATH.test(path))
    ) {
      return true;
    }
    return this.#rulesOf(user).some(
      rule => listed(rule.nonResourceURLs, path) && listed(rule.verbs, verb),
    );
  }

  #rulesOf({ name, groups }: UserInfo): readonly PolicyRule[] {
    return [
      ...(this.#byName.get(name)?.rules ?? []),
      ...this.#groups
        .filter(group => groups.includes(group.name))
        .flatMap(({ rules }) => rules),
    ];
  }
}
