import type { Entry, TableWithMargins } from './TableWithMargins';

type Change = 'more' | 'less';

const CHANGES = ['more', 'less'] as const;

const OPPOSITE = { more: 'less', less: 'more' } as const;

/**
 * Whether whoever knows the shown entries can compute a suppressed one: no other table of people fits what is shown.
 *
 * @remarks
 * Another table with another value exists if and only if one person more or less in the entry can be made up for along a
 * cycle of suppressed entries, by turns one less and one more, in which no number of people falls below 0: D. Gusfield,
 * "A graph theoretic approach to statistical data security", SIAM Journal on Computing 17 (1988). Rows and columns are
 * the nodes of that graph, and suppressed entries its edges.
 */
export function isDetermined(table: TableWithMargins, entry: Entry): boolean {
  return !CHANGES.some(
    change =>
      canTake(table, entry, change) &&
      closesCycle(table, entry, OPPOSITE[change]),
  );
}

/** A margin stands on the other side of the equation, so that there one more is one person less. */
function canTake(
  table: TableWithMargins,
  entry: Entry,
  change: Change,
): boolean {
  const fewerPeople = (change === 'less') !== table.isMargin(entry);
  return !fewerPeople || entry.people > 0;
}

/** Walks from the column of an entry to its row, by turns with one change and its opposite. */
function closesCycle(
  table: TableWithMargins,
  start: Entry,
  fromColumn: Change,
): boolean {
  const fromRow = OPPOSITE[fromColumn];
  const takes = (entry: Entry, change: Change) =>
    entry.suppressed && entry !== start && canTake(table, entry, change);
  const rows = new Set<number>();
  const columns = new Set<number>([start.column]);
  // A set can be walked while it grows.
  for (const column of columns) {
    for (const { row } of table
      .columnAt(column)
      .filter(step => !rows.has(step.row) && takes(step, fromColumn))) {
      rows.add(row);
      table
        .rowAt(row)
        .filter(step => takes(step, fromRow))
        .forEach(step => columns.add(step.column));
    }
  }
  return rows.has(start.row);
}
