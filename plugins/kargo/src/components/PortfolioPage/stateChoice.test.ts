import type { PortfolioState } from '@fairway/plugin-kargo-common';
import { NEEDY, optionsOfStates, statesOfOptions } from './stateChoice';

const needy: PortfolioState[] = ['failed', 'stuck', 'drifted', 'waiting'];

describe('choice of states', () => {
  it.each<[string, PortfolioState[], string[], PortfolioState[]]>([
    [
      'a state is added',
      ['failed'],
      ['failed', 'moving'],
      ['failed', 'moving'],
    ],
    ['a state is taken away', ['failed', 'moving'], ['moving'], ['moving']],
    ['the last one is taken away', ['failed'], [], []],
    [
      'all that need somebody are added',
      ['moving'],
      ['moving', NEEDY],
      [...needy, 'moving'],
    ],
    [
      'they are taken away again',
      [...needy, 'moving'],
      [...needy, 'moving'],
      ['moving'],
    ],
    [
      'one of them is taken away',
      needy,
      [NEEDY, 'failed', 'stuck', 'drifted'],
      ['failed', 'stuck', 'drifted'],
    ],
    [
      'another is added to them',
      needy,
      [NEEDY, ...needy, 'steady'],
      [...needy, 'steady'],
    ],
  ])('is right when %s', (_, before, options, after) => {
    expect(statesOfOptions(before, options)).toEqual(after);
  });

  it('shows that all that need somebody are chosen', () => {
    expect(optionsOfStates(needy)).toEqual([NEEDY, ...needy]);
    expect(optionsOfStates(['failed', 'moving'])).toEqual(['failed', 'moving']);
    expect(optionsOfStates([])).toEqual([]);
  });
});
