import type { PeopleTable } from './PeopleTable';

/** One number of a table: a cell, or a margin where it lies in the last row or column. */
export interface Entry {
  readonly row: number;
  readonly column: number;
  readonly people: number;
  suppressed: boolean;
}

/** The cells of a row or column and the margin that is their sum. */
export interface Line {
  readonly parts: readonly Entry[];
  readonly margin: Entry;
}

/** A table with its margins as a last row and a last column, in which entries are suppressed one by one. */
export class TableWithMargins {
  readonly entries: readonly Entry[];
  /** The row of column totals and the column of row totals are lines as well. */
  readonly lines: readonly Line[];
  readonly #lastRow: number;
  readonly #lastColumn: number;

  /** @throws RangeError where a number of people is no whole number, or the rows do not fit the names */
  static create({ rows, columns, people }: PeopleTable): TableWithMargins {
    const fits =
      people.length === rows.length &&
      people.every(row => row.length === columns.length);
    if (!fits || !people.flat().every(isCount)) {
      throw new RangeError('Expected whole numbers of people in a full table');
    }
    const withTotals = people.map(row => [...row, sum(row)]);
    const totals = [...columns, ''].map((_, column) =>
      sum(withTotals.map(row => row[column])),
    );
    return new TableWithMargins([...withTotals, totals]);
  }

  private constructor(people: readonly (readonly number[])[]) {
    this.#lastRow = people.length - 1;
    this.#lastColumn = people[0].length - 1;
    const grid: readonly (readonly Entry[])[] = people.map((numbers, row) =>
      numbers.map((count, column) => ({
        row,
        column,
        people: count,
        suppressed: false,
      })),
    );
    this.entries = grid.flat();
    this.lines = [
      ...grid,
      ...grid[0].map((_, column) => grid.map(row => row[column])),
    ].map(line => ({
      parts: line.slice(0, -1),
      margin: line[line.length - 1],
    }));
  }

  /** The lines that an entry belongs to: its row and its column. */
  linesOf({ row, column }: Entry): readonly Line[] {
    return [this.lines[row], this.lines[this.#lastRow + 1 + column]];
  }

  /** All entries of a row, the margin last. */
  rowAt(index: number): readonly Entry[] {
    return entriesOf(this.lines[index]);
  }

  /** All entries of a column, the margin last. */
  columnAt(index: number): readonly Entry[] {
    return entriesOf(this.lines[this.#lastRow + 1 + index]);
  }

  /** Whether an entry is the sum of others, which counts against them; the sum of all counts like a cell. */
  isMargin({ row, column }: Entry): boolean {
    return (row === this.#lastRow) !== (column === this.#lastColumn);
  }
}

function entriesOf({ parts, margin }: Line): readonly Entry[] {
  return [...parts, margin];
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
