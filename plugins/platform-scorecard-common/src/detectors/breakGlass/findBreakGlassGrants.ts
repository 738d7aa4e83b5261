import { declaredExpiry, type DeclaredExpiry } from '../declaredExpiry';
import { matchesAnyGlob } from '../glob';
import { objectKey } from '../KubernetesObjectRef';
import { readAll } from '../readAll';
import type {
  BreakGlassContext,
  BreakGlassFindings,
  BreakGlassGrant,
  PassedOverBinding,
} from './BreakGlassGrant';
import { readRoleBinding, type RoleBinding } from './RoleBinding';

/**
 * The roles of Kubernetes with which a person can change what a platform delivers.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 *
 * @public
 */
export const DEFAULT_POWERFUL_ROLES: readonly string[] = [
  'ClusterRole/cluster-admin',
  'ClusterRole/admin',
  'ClusterRole/edit',
];

/** The label of what the API server makes itself. */
const BOOTSTRAPPING = 'kubernetes.io/bootstrapping';

interface PassOverRule extends Pick<PassedOverBinding, 'rule' | 'why'> {
  matches(binding: RoleBinding, context: BreakGlassContext): boolean;
}

/** They are asked in this order, and the first that matches counts. */
const PASS_OVER_RULES: readonly PassOverRule[] = [
  {
    rule: 'role-without-power',
    why: 'its role does not let anybody change what the platform delivers',
    matches: ({ role }, context) =>
      !matchesAnyGlob(context.powerfulRoles ?? DEFAULT_POWERFUL_ROLES, role),
  },
  {
    rule: 'bootstrap',
    why: 'the API server makes it itself',
    matches: ({ labels }) => Object.hasOwn(labels, BOOTSTRAPPING),
  },
  {
    rule: 'no-subjects',
    why: 'it gives the role to nobody',
    matches: ({ subjects }) => subjects.length === 0,
  },
  {
    rule: 'standing-group',
    why: 'it gives the role to a group: a standing right, which is managed elsewhere',
    matches: (binding, context) =>
      people(binding, context).length === 0 &&
      binding.subjects.some(({ kind }) => kind === 'Group'),
  },
  {
    rule: 'automation',
    why: 'it gives the role to programs only',
    matches: (binding, context) => people(binding, context).length === 0,
  },
];

/**
 * Bindings that give people a powerful role by name: how somebody gets past the platform in an emergency, and what stays
 * when nobody takes it back.
 *
 * @param objects - RoleBindings and ClusterRoleBindings of one cluster
 *
 * @public
 */
export function findBreakGlassGrants(
  objects: readonly unknown[],
  context: BreakGlassContext,
): BreakGlassFindings {
  const bindings = readAll(objects, readRoleBinding);
  const grants: BreakGlassGrant[] = [];
  const passedOver: PassedOverBinding[] = [];
  for (const binding of bindings.values) {
    const rule = PASS_OVER_RULES.find(candidate =>
      candidate.matches(binding, context),
    );
    if (rule) {
      const { rule: name, why } = rule;
      passedOver.push({ binding: binding.ref, rule: name, why });
    } else {
      grants.push(grantOf(binding, context));
    }
  }
  return { grants, passedOver, unreadable: bindings.unreadable };
}

/** Users that are people. Users of the system, and service accounts written as users, begin with `system:`. */
function people(
  { subjects }: RoleBinding,
  { automationUsers = [] }: BreakGlassContext,
): string[] {
  return subjects
    .filter(
      ({ kind, name }) =>
        kind === 'User' &&
        !name.startsWith('system:') &&
        !matchesAnyGlob(automationUsers, name),
    )
    .map(({ name }) => name);
}

function grantOf(
  binding: RoleBinding,
  context: BreakGlassContext,
): BreakGlassGrant {
  const expiry = declaredExpiry(binding.annotations, context.expiryAnnotations);
  return {
    id: `${objectKey(binding.ref)}:grant`,
    binding: binding.ref,
    role: binding.role,
    scope: binding.ref.kind === 'ClusterRoleBinding' ? 'cluster' : 'namespace',
    users: people(binding, context),
    createdAt: binding.createdAt,
    expiresAt: expiry.kind === 'at' ? expiry.expiresAt : undefined,
    state: stateOf(expiry, context.observedAt),
  };
}

function stateOf(
  expiry: DeclaredExpiry,
  observedAt: string,
): BreakGlassGrant['state'] {
  switch (expiry.kind) {
    case 'none':
      return 'without-expiry';
    case 'unreadable':
      return 'unknown-expiry';
    default:
      return Date.parse(expiry.expiresAt) <= Date.parse(observedAt)
        ? 'expired'
        : 'active';
  }
}
