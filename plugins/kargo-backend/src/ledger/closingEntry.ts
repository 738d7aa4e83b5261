import {
  ledgerThread,
  promotionEntries,
  stageEntries,
  vanishedEntry,
  type LedgerContext,
  type LedgerEntry,
} from '@fairway/plugin-kargo-common';
import type { ResourceSnapshot } from '@fairway/kubernetes-resources';
import type { LedgerSource } from './LedgerSource';
import type { OpenThread } from './LedgerStore';

/**
 * The entry with which something ends that the ledger has as open: the outcome where the object has one, or that it is
 * gone. `undefined` where it goes on, or where the view of the control plane cannot tell.
 *
 * @param options - `graceMs`: how much newer than the beginning the view has to be, because another replica may have seen
 * what this one has not yet
 */
export function closingEntry(options: {
  readonly thread: OpenThread;
  readonly source: LedgerSource;
  readonly context: LedgerContext;
  readonly graceMs: number;
}): LedgerEntry | undefined {
  const { thread, source, context, graceMs } = options;
  const { opening } = thread;
  switch (opening.kind) {
    case 'promotion-created': {
      const view = source.promotions.snapshot();
      const key = `${opening.project}/${opening.subject.name}`;
      const promotion = view.items.get(key);
      if (promotion && promotion.uid === opening.subject.uid) {
        return promotionEntries(promotion, context).find(
          entry => ledgerThread(entry)?.role === 'closes',
        );
      }
      return isSurelyGone(view, key, thread, graceMs)
        ? vanishedEntry(opening, context)
        : undefined;
    }
    case 'hold-set': {
      const view = source.stages.snapshot();
      const key = `${opening.project}/${opening.stage}`;
      const stage = view.items.get(key);
      const held =
        stage &&
        (!stage.holds ||
          stageEntries(stage, context).some(({ id }) => id === opening.id));
      return !held && isSurelyGone(view, key, thread, graceMs)
        ? vanishedEntry(opening, context)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** An object that cannot be read is there all the same, and not every one of those is listed. */
function isSurelyGone(
  { state, malformed }: Pick<ResourceSnapshot<unknown>, 'state' | 'malformed'>,
  key: string,
  { openedAt }: OpenThread,
  graceMs: number,
): boolean {
  return (
    state.status === 'live' &&
    state.asOf.getTime() >= openedAt.getTime() + graceMs &&
    !malformed.some(object => object.key === key || object.key === 'unknown')
  );
}
