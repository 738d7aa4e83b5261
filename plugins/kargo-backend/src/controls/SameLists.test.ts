import { SameLists } from './SameLists';

const first = { name: 'first' };
const second = { name: 'second' };

describe('SameLists', () => {
  it('gives one list for the same items in the same order', () => {
    const lists = new SameLists<object>();
    const both = lists.of([first, second]);
    expect(both).toEqual([first, second]);
    expect(lists.of([first, second])).toBe(both);
    expect(lists.of([second, first])).toEqual([second, first]);
    expect(lists.of([first])).toEqual([first]);
    expect(lists.of([first, second])).toBe(both);
    expect(lists.of([])).toBe(lists.of([]));
  });
});
