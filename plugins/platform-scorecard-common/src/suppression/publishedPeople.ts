import type { PublishedPeople, PublishedTable } from './PeopleTable';

/**
 * The answer to a question about one row, one column, both or neither. It is read from the table and never counted anew,
 * so that no two answers tell together what the table does not.
 *
 * @returns undefined where there is no such row or column
 *
 * @public
 */
export function publishedPeople(
  table: PublishedTable,
  filter: { readonly row?: string; readonly column?: string } = {},
): PublishedPeople | undefined {
  const { row, column } = filter;
  const rowIndex = row === undefined ? -1 : table.rows.indexOf(row);
  const columnIndex = column === undefined ? -1 : table.columns.indexOf(column);
  if (row === undefined) {
    return column === undefined ? table.total : table.columnTotals[columnIndex];
  }
  return column === undefined
    ? table.rowTotals[rowIndex]
    : table.people[rowIndex]?.[columnIndex];
}
