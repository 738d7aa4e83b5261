import { z } from 'zod/v4';
import {
  ANNOTATION_AGENT,
  ANNOTATION_ON_BEHALF_OF,
  ANNOTATION_REQUESTED_BY,
  type Annotations,
} from '../model/portalAnnotations';

/**
 * Kinds of actors. `automatic` is Kargo's own promotion of new freight, `admin` is Kargo's shared account.
 *
 * @public
 */
export const ACTOR_KINDS = [
  'person',
  'service',
  'controller',
  'admin',
  'automatic',
  'unknown',
] as const;

/** @public */
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * Who or what acted.
 *
 * @public
 */
export const actorSchema = z.object({
  kind: z.enum(ACTOR_KINDS),
  /** An entity ref where the portal knows the actor, else the name that Kargo recorded. */
  name: z.string().optional(),
  /** The agent that acted in the name of the actor. */
  agent: z.string().optional(),
  /** The person for whom a service acted. */
  onBehalfOf: z.string().optional(),
});

/** @public */
export type Actor = z.infer<typeof actorSchema>;

const KUBERNETES = 'kubernetes:';
const CONTROLLER = 'controller:';

/** What Kargo records where it cannot tell. */
export const UNKNOWN_ACTOR = 'unknown actor';

/**
 * Reads the value of the annotation `kargo.akuity.io/create-actor`, or of another field in which Kargo records an actor.
 *
 * @remarks
 * Kargo's webhook does not let a caller choose that value, but it keeps every other annotation as the caller wrote it. So
 * what the annotations of the portal say counts only where the recorded actor is one of the portal's own identities;
 * from anybody else it is a claim, and ignored.
 *
 * @param recorded - absent where Kargo promoted by itself
 * @param options - `portalIdentities` in Kargo's notation, such as `kubernetes:system:serviceaccount:portal:kargo`
 *
 * @see akuity/kargo pkg/api/event.go and pkg/webhook/kubernetes/promotion/webhook.go
 *
 * @public
 */
export function actorOf(
  recorded: string | undefined,
  options: {
    readonly annotations?: Annotations;
    readonly portalIdentities?: readonly string[];
  } = {},
): Actor {
  if (!recorded) return { kind: 'automatic' };
  const actor = recordedActor(recorded);
  const { annotations = {}, portalIdentities = [] } = options;
  return portalIdentities.includes(recorded)
    ? { ...actor, ...namedByPortal(annotations) }
    : actor;
}

function recordedActor(recorded: string): Actor {
  if (recorded === 'admin') return { kind: 'admin' };
  if (recorded === UNKNOWN_ACTOR) return { kind: 'unknown' };
  const separator = recorded.indexOf(':');
  const name = recorded.slice(separator + 1);
  if (separator < 1 || !name) return { kind: 'unknown', name: recorded };
  if (recorded.startsWith(CONTROLLER)) return { kind: 'controller', name };
  if (recorded.startsWith(KUBERNETES)) return kubernetesUser(name);
  // `email:`, `subject:` or whichever OIDC claim Kargo is configured to take the user name from.
  return { kind: 'person', name };
}

function kubernetesUser(name: string): Actor {
  return { kind: name.startsWith('system:') ? 'service' : 'person', name };
}

function namedByPortal(annotations: Annotations): Partial<Actor> {
  const requester = annotations[ANNOTATION_REQUESTED_BY];
  const agent = annotations[ANNOTATION_AGENT];
  const onBehalfOf = annotations[ANNOTATION_ON_BEHALF_OF];
  return {
    ...(requester && {
      kind: requester.startsWith('user:') ? 'person' : 'service',
      name: requester,
    }),
    ...(agent && { agent }),
    ...(onBehalfOf && { onBehalfOf }),
  };
}
