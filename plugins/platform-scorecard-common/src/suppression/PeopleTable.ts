/**
 * Numbers of people by two properties, such as team and capability. Each person is in one cell.
 *
 * @public
 */
export interface PeopleTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Whole numbers, one list a row. */
  readonly people: readonly (readonly number[])[];
}

/**
 * A number of people, or the statement that it is not told.
 *
 * @public
 */
export type PublishedPeople = number | 'suppressed';

/**
 * A table that can be shown with its margins. Every answer about these people has to be read from it: a total or a filter
 * that was counted anew might reveal what it does not tell.
 *
 * @public
 */
export interface PublishedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly people: readonly (readonly PublishedPeople[])[];
  readonly rowTotals: readonly PublishedPeople[];
  readonly columnTotals: readonly PublishedPeople[];
  readonly total: PublishedPeople;
}
