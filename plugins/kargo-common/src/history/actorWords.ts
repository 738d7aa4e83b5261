import { actorOf, type Actor, type ActorKind } from './actor';

const WORDS: Readonly<Record<ActorKind, (name: string | undefined) => string>> =
  {
    person: name => name ?? 'A person',
    service: name => name ?? 'A service',
    controller: name => (name ? `The controller ${name}` : 'A controller'),
    admin: () => "Kargo's admin account",
    automatic: () => 'Kargo',
    unknown: name => name ?? 'Somebody',
  };

/** An actor as the subject of a sentence. */
export function actorWords(actor: Actor): string {
  const { kind, name, agent, onBehalfOf } = actor;
  return [
    WORDS[kind](name),
    ...(agent ? [`with the agent ${agent}`] : []),
    ...(onBehalfOf ? [`for ${onBehalfOf}`] : []),
  ].join(', ');
}

/** An actor within a sentence. */
export function actorWordsWithin(actor: Actor): string {
  return actorWords(actor).replace(/^(A|The|Somebody)(?= |$|,)/, word =>
    word.toLowerCase(),
  );
}

/**
 * An actor as Kargo records it, within a sentence: `kubernetes:anna` is anna.
 *
 * @param recorded - such as the value of the annotation `kargo.akuity.io/create-actor`
 *
 * @public
 */
export function recordedActorWords(recorded: string): string {
  return actorWordsWithin(actorOf(recorded));
}
