import type { PlatformFact } from '../facts';
import type { ServiceLife } from './ServiceLife';

type ServiceFact = Extract<
  PlatformFact,
  { type: `dev.fairway.service.${string}` }
>;

/**
 * Folds facts into one life a service. Several producers may tell of the same event: the earliest time wins, and
 * evidence of a golden path wins over its absence. Order and repetition of facts change nothing. What nobody called
 * created or adopted is no service, whatever else is known of it.
 *
 * @public
 */
export function serviceLives(options: {
  readonly facts: readonly PlatformFact[];
  /** CloudEvents sources whose facts are simulated. */
  readonly syntheticSources: readonly string[];
}): ServiceLife[] {
  const bySubject = new Map<string, ServiceFact[]>();
  for (const fact of options.facts) {
    if (isServiceFact(fact)) {
      const known = bySubject.get(fact.subject);
      if (known) {
        known.push(fact);
      } else {
        bySubject.set(fact.subject, [fact]);
      }
    }
  }
  const synthetic = new Set(options.syntheticSources);
  return Array.from(bySubject).flatMap(
    ([service, facts]) => lifeOf(service, facts, synthetic) ?? [],
  );
}

function isServiceFact(fact: PlatformFact): fact is ServiceFact {
  return fact.type.startsWith('dev.fairway.service.');
}

function lifeOf(
  service: string,
  facts: readonly ServiceFact[],
  syntheticSources: ReadonlySet<string>,
): ServiceLife | undefined {
  const seen = facts
    .map(fact => ({ fact, at: Date.parse(fact.time) }))
    // A tie is broken by what the facts say, so that the order of arrival does not matter.
    .sort((a, b) => a.at - b.at || compareText(tieKey(a.fact), tieKey(b.fact)));

  let firstSeenAt: number | undefined;
  let bornAt: number | undefined;
  let path: string | undefined;
  let onPathAt: number | undefined;
  let reachedProductionAt: number | undefined;
  let livedAt: number | undefined;
  let retiredAt: number | undefined;
  let team: string | undefined;

  for (const { fact, at } of seen) {
    team = fact.team ?? team;
    switch (fact.type) {
      case 'dev.fairway.service.created':
      case 'dev.fairway.service.adopted':
        firstSeenAt ??= at;
        livedAt = at;
        if (fact.data.path !== undefined && onPathAt === undefined) {
          path = fact.data.path;
          onPathAt = at;
        }
        if (
          fact.type === 'dev.fairway.service.created' &&
          fact.data.observedSince !== 'install'
        ) {
          bornAt ??= at;
        }
        break;
      case 'dev.fairway.service.reached-production':
        reachedProductionAt ??= at;
        break;
      default:
        retiredAt = at;
    }
  }

  if (firstSeenAt === undefined) {
    return undefined;
  }
  const cameBack =
    retiredAt !== undefined && livedAt !== undefined && livedAt > retiredAt;
  return {
    service,
    team,
    path,
    firstSeenAt,
    bornAt,
    onPathAt,
    reachedProductionAt,
    retiredAt: cameBack ? undefined : retiredAt,
    synthetic: facts.every(fact => syntheticSources.has(fact.source)),
  };
}

function tieKey(fact: ServiceFact): string {
  return `${fact.type} ${fact.source} ${fact.id}`;
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
