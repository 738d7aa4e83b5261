import { isDetermined } from './isDetermined';
import type {
  PeopleTable,
  PublishedPeople,
  PublishedTable,
} from './PeopleTable';
import { TableWithMargins, type Entry, type Line } from './TableWithMargins';

/**
 * Makes a table that tells nothing of fewer people than a least number.
 *
 * @remarks
 * Numbers from 1 to just below the least are suppressed, margins as well; a cell with nobody in it is shown, as there is
 * nobody in it to protect. Then more is suppressed until
 *
 * - no margin less what is shown of its row or column tells of some people but fewer than the least, and
 * - no suppressed entry can be computed from all that is shown.
 *
 * Of two choices the one with fewer people is suppressed. It does not help against those who know the numbers from
 * elsewhere, nor against differences of two tables of nearly the same people, such as those of two days: show tables of
 * fixed periods that do not overlap.
 *
 * @param least - such as `LEAST_PEOPLE`
 * @throws RangeError where a number of people is no whole number, or the rows do not fit the names
 *
 * @public
 */
export function suppressSmallCells(
  people: PeopleTable,
  least: number,
): PublishedTable {
  const table = TableWithMargins.create(people);
  for (const entry of table.entries) {
    entry.suppressed = entry.people > 0 && entry.people < least;
  }
  for (;;) {
    const next =
      table.lines
        .filter(line => reveals(line, least))
        .map(nextOf)
        .find(entry => entry) ?? nextAgainstComputing(table);
    if (!next) {
      return publish(people, table);
    }
    next.suppressed = true;
  }
}

/** Whether what is suppressed of a line adds up to too few people, or a sum gives away what is suppressed. */
function reveals({ parts, margin }: Line, least: number): boolean {
  const hidden = parts.filter(({ suppressed }) => suppressed);
  if (margin.suppressed) {
    return hidden.length === 0;
  }
  const people = hidden.reduce((sum, entry) => sum + entry.people, 0);
  return hidden.length === 1 || (hidden.length > 0 && people < least);
}

/** What to suppress next of a line: the smallest number of people, then nobody, and the margin last. */
function nextOf({ parts, margin }: Line): Entry | undefined {
  const shown = parts.filter(({ suppressed }) => !suppressed);
  const [smallest] = shown
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people);
  const last = margin.suppressed ? undefined : margin;
  return smallest ?? shown[0] ?? last;
}

function nextAgainstComputing(table: TableWithMargins): Entry | undefined {
  const determined = table.entries.find(
    entry => entry.suppressed && isDetermined(table, entry),
  );
  if (!determined) {
    return undefined;
  }
  return (
    table
      .linesOf(determined)
      .map(nextOf)
      .find(entry => entry) ??
    table.entries.find(({ suppressed }) => !suppressed)
  );
}

function publish(
  { rows, columns }: PeopleTable,
  { entries }: TableWithMargins,
): PublishedTable {
  const told = (row: number, column: number): PublishedPeople => {
    const entry = entries[row * (columns.length + 1) + column];
    return entry.suppressed ? 'suppressed' : entry.people;
  };
  return {
    rows,
    columns,
    people: rows.map((_, row) =>
      columns.map((__, column) => told(row, column)),
    ),
    rowTotals: rows.map((_, row) => told(row, columns.length)),
    columnTotals: columns.map((_, column) => told(rows.length, column)),
    total: told(rows.length, columns.length),
  };
}
