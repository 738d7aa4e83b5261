import { publishedPeople } from './publishedPeople';
import { suppressSmallCells } from './suppressSmallCells';

describe('publishedPeople', () => {
  const table = suppressSmallCells(
    {
      rows: ['a', 'b'],
      columns: ['deploy', 'database'],
      people: [
        [3, 20],
        [30, 40],
      ],
    },
    5,
  );

  it.each([
    [{}, 93],
    [{ row: 'b' }, 70],
    [{ column: 'database' }, 60],
    [{ row: 'a', column: 'deploy' }, 'suppressed'],
    // Shown with the margins it would give the 3 away.
    [{ row: 'a', column: 'database' }, 'suppressed'],
    [{ row: 'c' }, undefined],
    [{ column: 'c' }, undefined],
    [{ row: 'a', column: 'c' }, undefined],
    [{ row: 'c', column: 'deploy' }, undefined],
  ])('answers %j with %s', (filter, people) => {
    expect(publishedPeople(table, filter)).toBe(people);
  });
});
