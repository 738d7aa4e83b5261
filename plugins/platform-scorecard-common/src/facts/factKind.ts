import type { ForeignFact } from './foreignFact';
import {
  FACT_KINDS,
  FACT_TYPE_PREFIX,
  type FactKind,
  type PlatformFact,
} from './platformFact';

const KIND_BY_TYPE: ReadonlyMap<string, FactKind> = new Map(
  FACT_KINDS.map(kind => [`${FACT_TYPE_PREFIX}${kind}`, kind]),
);

/**
 * Kind of a fact: its CloudEvents `type` without the prefix.
 *
 * @public
 */
export function factKind(fact: PlatformFact): FactKind {
  const kind = KIND_BY_TYPE.get(fact.type);
  if (!kind) {
    throw new TypeError(`Unknown type of fact: ${fact.type}`);
  }
  return kind;
}

/**
 * Whether this version knows the type of a fact, and so counts it.
 *
 * @public
 */
export function isPlatformFact(
  fact: PlatformFact | ForeignFact,
): fact is PlatformFact {
  return KIND_BY_TYPE.has(fact.type);
}
