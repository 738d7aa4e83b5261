import { readLabelSelector, readStage } from '@fairway/plugin-kargo-common';
import { stage } from '../testObjects';
import { stageNamesOf } from './stageNamesOf';

const labelled = (name: string, tier: string) => {
  const object = stage(name);
  return readStage({
    ...object,
    metadata: { ...object.metadata, labels: { tier } },
  });
};
const controlPlane = {
  stagesOf: () => [
    labelled('test', 'test'),
    labelled('prod-eu', 'prod'),
    labelled('prod-us', 'prod'),
  ],
};
const prod = readLabelSelector('tier=prod');

describe('stageNamesOf', () => {
  it.each([
    ['all stages', undefined, undefined, undefined],
    ['those that are named', ['test'], undefined, ['test']],
    ['those with the labels', undefined, prod, ['prod-eu', 'prod-us']],
    ['those that both say', ['test', 'prod-eu'], prod, ['prod-eu']],
    ['none where both agree on none', ['test'], prod, []],
  ])('has %s', (_, stages, stageSelector, expected) => {
    expect(
      stageNamesOf({ project: 'orders', stages, stageSelector }, controlPlane),
    ).toEqual(expected);
  });
});
