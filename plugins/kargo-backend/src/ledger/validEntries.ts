import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ledgerEntrySchema,
  type LedgerEntry,
} from '@fairway/plugin-kargo-common';

/**
 * The entries that the ledger can hold. What objects of a cluster say is not in anybody's hands, and one entry that the
 * database refuses would keep out all that are written with it.
 */
export function validEntries(
  entries: readonly LedgerEntry[],
  logger: LoggerService,
): LedgerEntry[] {
  return entries.filter(entry => {
    const parsed = ledgerEntrySchema.safeParse(entry);
    if (parsed.success) return true;
    const [issue] = parsed.error.issues;
    logger.warn(
      `The ledger cannot hold ${entry.kind} of ${entry.subject.kind} ${
        entry.subject.name
      } in ${entry.project}: ${issue?.path.join('.')}: ${issue?.message}`,
    );
    return false;
  });
}
