import { finalStages, upstreamFirst } from './stageOrder';

const stage = (name: string, ...upstream: string[]) => ({ name, upstream });
const names = (stages: ReadonlyArray<{ name: string }>) =>
  stages.map(({ name }) => name);

describe('stage order', () => {
  const fanOut = [
    stage('prod-us', 'uat'),
    stage('prod-eu', 'uat'),
    stage('uat', 'test'),
    stage('test'),
  ];

  it('puts upstream stages first and orders the rest by name', () => {
    expect(names(upstreamFirst(fanOut))).toEqual([
      'test',
      'uat',
      'prod-eu',
      'prod-us',
    ]);
  });

  it('takes the longest way where stages fan in', () => {
    expect(
      names(
        upstreamFirst([stage('end', 'a', 'c'), stage('c', 'a'), stage('a')]),
      ),
    ).toEqual(['a', 'c', 'end']);
  });

  it('ends on a cycle and on an upstream stage that does not exist', () => {
    expect(
      names(upstreamFirst([stage('a', 'b'), stage('b', 'a'), stage('c', 'x')])),
    ).toHaveLength(3);
  });

  it('finds where the pipeline ends', () => {
    expect(names(finalStages(fanOut))).toEqual(['prod-us', 'prod-eu']);
    expect(finalStages([])).toEqual([]);
  });
});
