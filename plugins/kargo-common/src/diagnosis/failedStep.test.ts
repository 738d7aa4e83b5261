import { failedStep } from './failedStep';

const steps = (...statuses: string[]) => statuses.map(status => ({ status }));

describe('failedStep', () => {
  it.each([
    ['nothing', [], undefined],
    ['success', steps('Succeeded', 'Skipped'), undefined],
    ['the worst', steps('Succeeded', 'Failed', 'Errored', 'Failed'), 2],
    ['the first of equals', steps('Errored', 'Errored'), 0],
    ['one that still runs', steps('Succeeded', 'Running'), 1],
    ['an abort rather than a run', steps('Running', 'Aborted'), 1],
    ['no status that nobody knows', steps('Odd', 'Failed'), 1],
  ])('is %s', (_, metadata, index) => {
    expect(failedStep(metadata)?.index).toBe(index);
  });

  it('is not one that may fail', () => {
    expect(
      failedStep([
        { status: 'Errored', continueOnError: true },
        { status: 'Failed' },
      ])?.index,
    ).toBe(1);
  });
});
