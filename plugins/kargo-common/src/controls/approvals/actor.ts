import { z } from 'zod/v4';

/**
 * A person, an agent on behalf of a person, or a service.
 *
 * @public
 */
export const APPROVAL_ACTOR_KINDS = ['user', 'agent', 'service'] as const;

/** Who did something, as it is recorded. */
export const actorSchema = z.object({
  kind: z.enum(APPROVAL_ACTOR_KINDS),
  /** Entity ref of the person, also where an agent acts for them; the subject of a service. */
  ref: z.string().min(1),
  /** Name of the agent. */
  agent: z.string().optional(),
});

/** @public */
export type ApprovalActor = z.infer<typeof actorSchema>;

/**
 * A caller, with the groups that they belong to.
 *
 * @public
 */
export interface Caller extends ApprovalActor {
  /** Entity refs through which the caller owns things: themselves and their groups. */
  readonly ownershipRefs: readonly string[];
}

/** What is recorded of a caller; refs of entities are compared without case, so they are kept without. */
export function actorOf(caller: Caller): ApprovalActor {
  const { kind, ref, agent } = caller;
  return {
    kind,
    ref: normalRef(ref),
    ...(agent !== undefined && { agent }),
  };
}

/**
 * Whether two actors are the same person, or act for the same person.
 *
 * @public
 */
export function samePerson(left: ApprovalActor, right: ApprovalActor): boolean {
  return (
    left.kind !== 'service' &&
    right.kind !== 'service' &&
    normalRef(left.ref) === normalRef(right.ref)
  );
}

/** The first of some groups to which a caller belongs. */
export function membershipOf(
  caller: Caller,
  groups: readonly string[],
): string | undefined {
  const refs = new Set(caller.ownershipRefs.map(normalRef));
  return groups.find(group => refs.has(normalRef(group)));
}

function normalRef(ref: string): string {
  return ref.trim().toLocaleLowerCase('en-US');
}
