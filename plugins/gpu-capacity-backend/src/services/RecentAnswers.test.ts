import { RecentAnswers } from './RecentAnswers';

describe('RecentAnswers', () => {
  it('gives an answer again for a moment only', () => {
    const answers = new RecentAnswers<number>({ maxAgeMs: 10 });
    let found = 0;
    const ask = (question: string, now: number) =>
      answers.get(
        question,
        () => {
          found += 1;
          return found;
        },
        now,
      );
    expect([ask('a', 0), ask('a', 9), ask('b', 9), ask('a', 10)]).toEqual([
      1, 1, 2, 3,
    ]);
  });
});
