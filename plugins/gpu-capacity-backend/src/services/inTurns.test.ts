import { setImmediate as nextTurn } from 'node:timers/promises';
import { inTurns } from './inTurns';

describe('inTurns', () => {
  it('works eight milliseconds off in a turn', async () => {
    let clock = 0;
    let turn = 0;
    let isDone = false;
    const turnOf: number[] = [];
    const done = inTurns(
      Array.from({ length: 10 }, (_, index) => index),
      item => {
        turnOf[item] = turn;
        clock += 3;
      },
      { now: () => clock },
    ).then(() => {
      isDone = true;
    });
    expect(turnOf).toEqual([]);
    while (!isDone) {
      turn += 1;
      await nextTurn();
    }
    await done;
    // Three items of 3 ms take 9 ms.
    const first = turnOf[0];
    expect(turnOf.map(taken => taken - first)).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2, 2, 3,
    ]);
  });

  it('ends with the error of an item', async () => {
    const seen: number[] = [];
    await expect(
      inTurns([1, 2, 3], item => {
        if (item === 2) throw new Error('broken');
        seen.push(item);
      }),
    ).rejects.toThrow('broken');
    expect(seen).toEqual([1]);
  });

  it('has nothing to do without items', async () => {
    const work = jest.fn();
    await inTurns([], work);
    expect(work).not.toHaveBeenCalled();
  });
});
