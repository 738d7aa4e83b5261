import { stage } from '../__fixtures__/pipelineObjects';
import { pipelineProblems } from './pipelineProblems';

const look = (
  stages: ReturnType<typeof stage>[],
  warehouses: readonly string[] | undefined = stages.flatMap(({ requests }) =>
    requests.map(({ warehouse }) => warehouse),
  ),
) =>
  pipelineProblems({
    stages,
    shown: stages,
    warehouses: warehouses && new Set(warehouses),
  });

describe('pipelineProblems', () => {
  it('finds nothing wrong with a pipeline that fans out and in', () => {
    expect(
      look([
        stage('test', []),
        stage('eu', ['test']),
        stage('us', ['test']),
        stage('all', ['eu', 'us']),
      ]),
    ).toEqual([]);
  });

  it('names a warehouse that does not exist, once, and who would take from it', () => {
    const stages = ['a', 'b', 'c', 'd', 'e'].map(name => stage(name, []));
    const [{ warehouse }] = stages[0].requests;
    expect(look(stages, ['other'])).toEqual([
      `The warehouse ${warehouse}, from which a, b, c and 2 more would take freight, does not exist.`,
    ]);
  });

  it('does not know what is missing where warehouses are not observed', () => {
    expect(
      pipelineProblems({
        stages: [stage('test', [])],
        shown: [stage('test', [])],
        warehouses: undefined,
      }),
    ).toEqual([]);
  });

  it('names a stage that does not exist', () => {
    expect(look([stage('test', []), stage('prod', ['test', 'uat'])])).toEqual([
      'The stage uat, from which prod would take freight, does not exist.',
    ]);
  });

  it('does not miss a stage that is there and cannot be read', () => {
    const stages = [stage('test', []), stage('prod', ['uat'])];
    expect(
      pipelineProblems({
        stages,
        shown: stages,
        unreadable: ['uat'],
        warehouses: undefined,
      }),
    ).toEqual([]);
  });

  it('names stages that wait for each other, and not those before or behind them', () => {
    expect(
      look([
        stage('test', []),
        stage('a', ['test', 'c']),
        stage('b', ['a']),
        stage('c', ['b']),
        stage('prod', ['c']),
      ]),
    ).toEqual([
      'Freight goes round in a circle: a, b and c wait for each other.',
    ]);
  });

  it('names a stage that waits for itself', () => {
    expect(look([stage('test', ['test'])])).toEqual([
      'Freight goes round in a circle: test waits for itself.',
    ]);
  });

  it('speaks only of stages that are shown', () => {
    const broken = stage('prod', ['uat']);
    expect(
      pipelineProblems({
        stages: [stage('test', []), broken],
        shown: [stage('test', [])],
        warehouses: undefined,
      }),
    ).toEqual([]);
  });
});
