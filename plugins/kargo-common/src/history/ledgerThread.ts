import type { LedgerContext } from './LedgerContext';
import type { LedgerEntry } from './ledgerEntry';

/**
 * Something that begins with one entry and ends with another: a promotion, or a hold. What has begun and is gone without
 * an end is found by its thread.
 *
 * @public
 */
export interface LedgerThread {
  readonly key: string;
  readonly role: 'opens' | 'closes';
}

const RELEASED = ':released';
const VANISHED = ':vanished';

/**
 * The thread an entry belongs to; `undefined` where it stands alone.
 *
 * @public
 */
export function ledgerThread(entry: LedgerEntry): LedgerThread | undefined {
  switch (entry.kind) {
    case 'promotion-created':
      return { key: withoutLastPart(entry.id), role: 'opens' };
    case 'promotion-finished':
      return { key: withoutLastPart(entry.id), role: 'closes' };
    case 'hold-set':
      return { key: entry.id, role: 'opens' };
    case 'hold-released':
      return { key: entry.id.slice(0, -RELEASED.length), role: 'closes' };
    default:
      return undefined;
  }
}

/**
 * Ids of the entries that would end a thread.
 *
 * @public
 */
export function closingIds(key: string): string[] {
  return [`${key}:finished`, `${key}${VANISHED}`, `${key}${RELEASED}`];
}

/**
 * The last entry of something that has begun and is no longer there: a promotion that vanished, of which nobody knows how
 * it ended, or a hold that was released, of which Kargo keeps no record.
 *
 * @returns `undefined` for an entry that begins nothing
 *
 * @public
 */
export function vanishedEntry(
  opening: LedgerEntry,
  context: Pick<LedgerContext, 'observedAt'>,
): LedgerEntry | undefined {
  const { bypass: _, ...rest } = opening;
  const noticed = {
    at: new Date(context.observedAt).toISOString(),
    timeBasis: 'observed',
  } as const;
  switch (rest.kind) {
    case 'promotion-created':
      return {
        ...rest,
        ...noticed,
        kind: 'promotion-finished',
        id: `${withoutLastPart(rest.id)}${VANISHED}`,
        outcome: 'vanished',
      };
    case 'hold-set':
      return {
        ...rest,
        ...noticed,
        kind: 'hold-released',
        id: `${rest.id}${RELEASED}`,
        actor: { kind: 'unknown' },
        path: 'unknown',
        reason: undefined,
        evidence: undefined,
      };
    default:
      return undefined;
  }
}

function withoutLastPart(id: string): string {
  return id.slice(0, id.lastIndexOf(':'));
}
