import type { LedgerEntry } from './ledgerEntry';
import { ledgerSentence } from './ledgerSentence';

type Column = readonly [string, (entry: LedgerEntry) => string | undefined];

const COLUMNS: readonly Column[] = [
  ['id', entry => entry.id],
  ['at', entry => entry.at],
  ['timeBasis', entry => entry.timeBasis],
  ['kind', entry => entry.kind],
  ['controlPlane', entry => entry.controlPlane],
  ['project', entry => entry.project],
  ['stage', entry => entry.stage],
  ['freight', entry => entry.freight],
  ['version', entry => entry.version],
  ['subjectKind', entry => entry.subject.kind],
  ['subjectName', entry => entry.subject.name],
  ['outcome', entry => ('outcome' in entry ? entry.outcome : undefined)],
  ['actorKind', entry => entry.actor.kind],
  ['actor', entry => entry.actor.name],
  ['agent', entry => entry.actor.agent],
  ['onBehalfOf', entry => entry.actor.onBehalfOf],
  ['reason', entry => entry.reason],
  ['beforeFreight', entry => entry.before?.freight],
  ['beforeVersion', entry => entry.before?.version],
  ['afterFreight', entry => entry.after?.freight],
  ['afterVersion', entry => entry.after?.version],
  ['riskClass', entry => entry.riskClass],
  ['path', entry => entry.path],
  ['bypass', entry => entry.bypass?.reason],
  ['message', entry => ('message' in entry ? entry.message : undefined)],
  ['evidence', entry => entry.evidence],
  ['summary', ledgerSentence],
];

/**
 * Names of the columns of an export, in their order. New ones come at the end only.
 *
 * @public
 */
export const LEDGER_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/**
 * An entry as a row of an export; what is not known is empty.
 *
 * @public
 */
export function ledgerRow(entry: LedgerEntry): string[] {
  return COLUMNS.map(([, read]) => read(entry) ?? '');
}
