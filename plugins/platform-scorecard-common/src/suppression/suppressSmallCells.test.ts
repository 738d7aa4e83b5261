import fc from 'fast-check';
import type { PeopleTable, PublishedTable } from './PeopleTable';
import { suppressSmallCells } from './suppressSmallCells';

function table(...people: number[][]): PeopleTable {
  return {
    rows: people.map((_, index) => `team-${index}`),
    columns: (people[0] ?? []).map((_, index) => `capability-${index}`),
    people,
  };
}

/** All entries with margins, row by row. */
function withMargins(published: PublishedTable) {
  return [
    ...published.people.map((row, index) => [
      ...row,
      published.rowTotals[index],
    ]),
    [...published.columnTotals, published.total],
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function addMargins(people: readonly (readonly number[])[]): number[][] {
  const rows = people.map(row => [...row, sum(row)]);
  return [
    ...rows,
    rows[0].map((_, column) => sum(rows.map(row => row[column]))),
  ];
}

describe('suppressSmallCells', () => {
  it('shows a table of many people as it is', () => {
    expect(suppressSmallCells(table([5, 9], [0, 12]), 5)).toEqual({
      rows: ['team-0', 'team-1'],
      columns: ['capability-0', 'capability-1'],
      people: [
        [5, 9],
        [0, 12],
      ],
      rowTotals: [14, 12],
      columnTotals: [5, 21],
      total: 26,
    });
  });

  // By hand: 3 is too few. Its row total would give it away, so the smaller of 6 and 20 goes as well. The columns of both
  // then have one suppressed cell each, so the smaller cells of those go.
  it('suppresses what would give a small cell away', () => {
    const published = suppressSmallCells(
      table([3, 6, 20], [8, 9, 30], [40, 50, 60]),
      5,
    );
    expect(withMargins(published)).toEqual([
      ['suppressed', 'suppressed', 20, 29],
      ['suppressed', 'suppressed', 30, 47],
      [40, 50, 60, 150],
      [51, 65, 110, 226],
    ]);
  });

  // By hand: 2 and 2 are 4 people, and the total less 7 would tell so.
  it('does not leave a remainder of too few people', () => {
    const published = suppressSmallCells(table([2, 2, 7]), 5);
    expect(published.people).toEqual([
      ['suppressed', 'suppressed', 'suppressed'],
    ]);
    expect(published.total).toBe(11);
  });

  it('suppresses margins of too few people', () => {
    const published = suppressSmallCells(table([1, 2], [9, 9]), 5);
    expect(published.rowTotals[0]).toBe('suppressed');
  });

  it('tells nothing of one person, and everything of nobody', () => {
    expect(withMargins(suppressSmallCells(table([1]), 5)).flat()).toEqual(
      Array(4).fill('suppressed'),
    );
    expect(withMargins(suppressSmallCells(table([0]), 5)).flat()).toEqual(
      Array(4).fill(0),
    );
    expect(suppressSmallCells(table(), 5)).toMatchObject({ total: 0 });
  });

  it.each([[[1.5]], [[-1]], [[1], [2, 3]]])('refuses %j', (...people) => {
    expect(() => suppressSmallCells(table(...people), 5)).toThrow(RangeError);
  });

  const counts = fc.oneof(
    fc.integer({ min: 0, max: 6 }),
    fc.constant(0),
    fc.integer({ min: 5, max: 40 }),
  );

  function tables(most: number) {
    return fc
      .tuple(
        fc.integer({ min: 1, max: most }),
        fc.integer({ min: 1, max: most }),
      )
      .chain(([rows, columns]) =>
        fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
  }

  it('shows no number of 1 to 4 people, and nothing that is not so', () => {
    fc.assert(
      fc.property(tables(6), people => {
        const truth = addMargins(people).flat();
        const shown = withMargins(
          suppressSmallCells(table(...people), 5),
        ).flat();
        for (const [index, value] of shown.entries()) {
          expect(['suppressed', truth[index]]).toContain(value);
          expect([1, 2, 3, 4]).not.toContain(value);
        }
      }),
    );
  });

  it('leaves no difference of a margin and its parts of 1 to 4 people', () => {
    fc.assert(
      fc.property(tables(6), people => {
        const shown = withMargins(suppressSmallCells(table(...people), 5));
        const lines = [
          ...shown,
          ...shown[0].map((_, at) => shown.map(row => row[at])),
        ];
        for (const line of lines) {
          const numbers = line.flatMap(value =>
            value === 'suppressed' ? [] : [value],
          );
          const margin = line.at(-1);
          const rest =
            margin === undefined || margin === 'suppressed'
              ? 0
              : margin - (sum(numbers) - margin);
          expect([1, 2, 3, 4]).not.toContain(rest);
        }
      }),
    );
  });

  // Whoever attacks knows that numbers of people are whole and not below 0. For each suppressed entry another table is
  // searched for that shows the same and has another number there. Changes by one suffice to find one.
  it('fits another table for each suppressed entry', () => {
    fc.assert(
      fc.property(tables(3), people => {
        const shown = withMargins(suppressSmallCells(table(...people), 5));
        const truth = addMargins(people).flat();
        const open = new Set(
          shown
            .flat()
            .flatMap((value, at) => (value === 'suppressed' ? [at] : [])),
        );
        for (const other of neighbours(people, shown)) {
          for (const [at, value] of addMargins(other).flat().entries()) {
            if (value !== truth[at]) {
              open.delete(at);
            }
          }
        }
        expect([...open]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  // The same for larger tables, by linear algebra: an entry that can be computed is a combination of the equations.
  it('leaves no suppressed entry that sums determine', () => {
    fc.assert(
      fc.property(tables(8), people => {
        const shown = withMargins(suppressSmallCells(table(...people), 5));
        expect(determinedBySums(shown)).toEqual([]);
      }),
    );
  });
});

type Shown = ReturnType<typeof withMargins>;

/** All tables that show the same, with cells that differ by at most one. */
function* neighbours(
  people: readonly (readonly number[])[],
  shown: Shown,
): Generator<number[][]> {
  const cells = people.flatMap((row, i) => row.map((_, j) => [i, j] as const));
  const open = cells.filter(([i, j]) => shown[i][j] === 'suppressed');
  const copies = 3 ** open.length;
  for (let code = 0; code < copies; code += 1) {
    const other = people.map(row => [...row]);
    let rest = code;
    for (const [i, j] of open) {
      other[i][j] += (rest % 3) - 1;
      rest = Math.floor(rest / 3);
    }
    const fits = addMargins(other).every((row, i) =>
      row.every(
        (value, j) =>
          value >= 0 && (shown[i][j] === 'suppressed' || shown[i][j] === value),
      ),
    );
    if (fits) {
      yield other;
    }
  }
}

/** Reduces the equations of all lines to those of the suppressed entries, and finds rows with one entry only. */
function determinedBySums(shown: Shown): number[] {
  const width = shown[0].length;
  const unknowns = shown
    .flat()
    .flatMap((value, at) => (value === 'suppressed' ? [at] : []));
  const lines = [
    ...shown.map((row, i) => row.map((_, j) => i * width + j)),
    ...shown[0].map((_, j) => shown.map((__, i) => i * width + j)),
  ];
  const equations = lines.map(line =>
    unknowns.map(at => {
      const place = line.indexOf(at);
      if (place < 0) {
        return 0;
      }
      return place === line.length - 1 ? -1 : 1;
    }),
  );
  return reduced(equations).flatMap(row => {
    const places = row.flatMap((value, at) =>
      Math.abs(value) > 1e-9 ? [at] : [],
    );
    return places.length === 1 ? [unknowns[places[0]]] : [];
  });
}

/** Elimination after Gauss and Jordan. */
function reduced(equations: readonly (readonly number[])[]) {
  let done: (readonly number[])[] = [];
  let rest = [...equations];
  for (const column of equations[0].keys()) {
    const pivot = rest.find(row => Math.abs(row[column]) > 1e-9);
    if (pivot) {
      const lead = pivot.map(value => value / pivot[column]);
      const clear = (row: readonly number[]) =>
        row.map((value, at) => value - row[column] * lead[at]);
      done = [...done.map(clear), lead];
      rest = rest.filter(row => row !== pivot).map(clear);
    }
  }
  return done;
}
