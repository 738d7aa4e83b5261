import { keepUnchanged } from './keepUnchanged';

const before = () => ({
  asOf: '12:00',
  stages: [
    { name: 'test', health: 'Healthy', issues: ['a'] },
    { name: 'prod', health: 'Healthy', issues: [] },
  ],
});

describe('keepUnchanged', () => {
  it('is the answer from before where nothing has changed', () => {
    const first = before();
    expect(keepUnchanged(first, before())).toBe(first);
  });

  it('keeps the parts that are as before, and only those', () => {
    const first = before();
    const next = before();
    next.asOf = '12:03';
    next.stages[1].health = 'Unhealthy';
    const kept = keepUnchanged(first, next);
    expect(kept).toEqual(next);
    expect(kept.stages).not.toBe(first.stages);
    expect(kept.stages[0]).toBe(first.stages[0]);
    expect(kept.stages[1]).not.toBe(first.stages[1]);
    expect(kept.stages[1].issues).toBe(first.stages[1].issues);
    expect(first).toEqual(before());
  });

  it.each([
    ['an item more', [1], [1, 2]],
    ['an item less', [1, 2], [1]],
    ['a field more', { a: 1 }, { a: 1, b: undefined }],
    ['a field less', { a: 1, b: undefined }, { a: 1 }],
    ['another name', { a: undefined }, { b: undefined }],
    ['an object for a list', [], {}],
    ['a list for nothing', null, []],
    ['a number for a text', '1', 1],
  ])('takes %s', (_, first, next) => {
    expect(keepUnchanged<unknown>(first, next)).toStrictEqual(next);
  });

  it('does not look into what is no JSON', () => {
    const first = { file: new Blob(['a']), at: new Date(0) };
    const next = { file: new Blob(['b']), at: new Date(1) };
    const kept = keepUnchanged(first, next);
    expect(kept.file).toBe(next.file);
    expect(kept.at).toBe(next.at);
  });
});
