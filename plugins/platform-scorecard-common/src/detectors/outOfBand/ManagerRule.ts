import { matchesAnyGlob } from '../glob';

/**
 * Whose hand a field manager is:
 * - `human`: a tool that people type or click;
 * - `delivery`: a tool that delivers, by the declared path or by another one;
 * - `controller`: software that runs in the cluster, or for it;
 * - `library`: the default name of a library, behind which may be a person or a program.
 *
 * @public
 */
export type ManagerClass = 'human' | 'delivery' | 'controller' | 'library';

/**
 * A rule that says whose hand a field manager is. The first rule that matches counts.
 *
 * @public
 */
export interface ManagerRule {
  /** Name of the rule, as findings give it. */
  readonly rule: string;
  readonly class: ManagerClass;
  /** Names of field managers; `*` stands for any characters. */
  readonly managers: readonly string[];
  /** Only on objects of these API groups. */
  readonly groups?: readonly string[];
  /** Only on objects of these kinds. */
  readonly kinds?: readonly string[];
  /** Not only scriptable: a person sits in front of it. */
  readonly interactive?: boolean;
  /** What the name tells, for a reader. */
  readonly why: string;
}

/** What a rule looks at. */
export interface ManagerSighting {
  readonly manager: string;
  /** API group of the object; the core group is empty. */
  readonly group: string;
  readonly kind: string;
}

/** The first rule that says whose hand a manager is; `undefined` where the name says nothing. */
export function findManagerRule(
  rules: readonly ManagerRule[],
  { manager, group, kind }: ManagerSighting,
): ManagerRule | undefined {
  return rules.find(
    rule =>
      (rule.groups?.includes(group) ?? true) &&
      (rule.kinds?.includes(kind) ?? true) &&
      matchesAnyGlob(rule.managers, manager),
  );
}
