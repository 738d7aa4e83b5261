import type {
  ExistingFreight,
  PastFreight,
  RollbackAdvice,
  StageFreight,
} from './rollbackAdvice';

// Kargo keeps freight verified when a later verification fails (akuity/kargo issue 5144); to go back to it is no help.
const FAILED = /^(Failed|Error|Aborted|Inconclusive)$/;

/** The last of what a stage had to which it can go back, or why there is none. */
export function rollbackCandidate(options: {
  readonly current: PastFreight;
  readonly past: readonly PastFreight[];
  readonly existing: readonly ExistingFreight[];
}): RollbackAdvice {
  const { current, past } = options;
  const existing = new Map(
    options.existing.map(freight => [freight.name, freight]),
  );
  const considered: Array<{ freight: StageFreight[]; reason: string }> = [];
  for (const [index, candidate] of past.entries()) {
    const promote = candidate.items.filter(item => !has(current, item));
    // Promoting again what the stage has is no way back.
    if (promote.length > 0) {
      const reason = unfitness(candidate, promote, existing);
      if (reason === undefined) {
        const undone = undoneBy(promote, [current, ...past.slice(0, index)]);
        return suggest(promote, undone, existing);
      }
      considered.push({ freight: promote, reason });
    }
  }
  return {
    status: 'none',
    message:
      considered.length === 0
        ? 'The stage has had nothing else.'
        : 'Nothing that the stage had before can be promoted again.',
    considered,
  };
}

function has(past: PastFreight, item: StageFreight): boolean {
  return past.items.some(other => other.freight === item.freight);
}

/** Why a stage cannot go back to what it had; `undefined` where it can. */
function unfitness(
  candidate: PastFreight,
  promote: readonly StageFreight[],
  existing: ReadonlyMap<string, ExistingFreight>,
): string | undefined {
  const { verificationPhase } = candidate;
  if (verificationPhase && FAILED.test(verificationPhase)) {
    return `its latest verification in the stage is ${verificationPhase}`;
  }
  for (const { freight } of promote) {
    const found = existing.get(freight);
    if (!found) return `Kargo has removed freight ${freight}`;
    if (!found.verifiedInStage && verificationPhase !== 'Successful') {
      return `freight ${freight} was not verified in the stage`;
    }
    if (!found.available) return `freight ${freight} is not available`;
  }
  return undefined;
}

/** Freight of the same origins that came after, newest first and each once. */
function undoneBy(
  promote: readonly StageFreight[],
  later: readonly PastFreight[],
): StageFreight[] {
  const origins = new Set(promote.map(({ origin }) => origin));
  const wanted = new Set(promote.map(({ freight }) => freight));
  const undone = new Map<string, StageFreight>();
  for (const item of later.flatMap(({ items }) => items)) {
    if (
      origins.has(item.origin) &&
      !wanted.has(item.freight) &&
      !undone.has(item.freight)
    ) {
      undone.set(item.freight, item);
    }
  }
  return [...undone.values()];
}

function suggest(
  promote: readonly StageFreight[],
  undone: readonly StageFreight[],
  existing: ReadonlyMap<string, ExistingFreight>,
): RollbackAdvice {
  const leaving = new Set(
    promote.flatMap(({ origin }) =>
      undone.filter(item => item.origin === origin).slice(0, 1),
    ),
  );
  const irreversible = undone.flatMap(
    item => existing.get(item.freight)?.irreversible ?? [],
  );
  const removed = undone.filter(item => !existing.has(item.freight));
  const names = promote.map(item => item.version ?? item.freight).join(', ');
  return {
    status: 'suggested',
    promote,
    alsoUndone: undone.filter(item => !leaving.has(item)),
    irreversible: [
      ...irreversible,
      ...removed.map(
        ({ freight }) =>
          `freight ${freight} is removed, so what it changed is not known`,
      ),
    ],
    message: `${names} ${
      promote.length === 1 ? 'is' : 'are'
    } the last that was verified here and can be promoted again.`,
  };
}
