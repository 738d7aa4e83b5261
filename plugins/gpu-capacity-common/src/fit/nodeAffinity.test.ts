import { matchesTerm } from './nodeAffinity';

const node = {
  name: 'gpu-01',
  labels: { pool: 'h100', memory: '81559', broken: '80x' },
};

const expression = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, values }],
});

// After the tests of kubernetes/component-helpers scheduling/corev1/nodeaffinity.
describe('matchesTerm', () => {
  it.each([
    ['pool', 'In', ['h100', 'a100'], true],
    ['pool', 'In', ['a100'], false],
    ['absent', 'In', ['h100'], false],
    ['pool', 'In', [], false],
    ['pool', 'NotIn', ['a100'], true],
    ['pool', 'NotIn', ['h100'], false],
    ['absent', 'NotIn', ['h100'], true],
    ['pool', 'Exists', [], true],
    ['absent', 'Exists', [], false],
    ['pool', 'Exists', ['h100'], false],
    ['absent', 'DoesNotExist', [], true],
    ['pool', 'DoesNotExist', [], false],
    ['memory', 'Gt', ['80000'], true],
    ['memory', 'Gt', ['81559'], false],
    ['memory', 'Lt', ['90000'], true],
    ['memory', 'Gt', ['1', '2'], false],
    ['broken', 'Gt', ['1'], false],
    ['memory', 'Gt', ['many'], false],
    ['absent', 'Lt', ['1'], false],
    ['memory', 'Gt', ['99999999999999999999'], false],
    ['pool', 'Like', ['h100'], false],
  ])('%s %s %j: %s', (key, operator, values, matches) => {
    expect(matchesTerm(expression(key, operator, ...values), node)).toBe(
      matches,
    );
  });

  it.each([
    ['In', ['gpu-01'], true],
    ['In', ['gpu-02'], false],
    ['NotIn', ['gpu-02'], true],
    ['In', ['gpu-01', 'gpu-02'], false],
    ['Exists', [], false],
  ])('field metadata.name %s %j: %s', (operator, values, matches) => {
    expect(
      matchesTerm(
        { matchFields: [{ key: 'metadata.name', operator, values }] },
        node,
      ),
    ).toBe(matches);
  });

  it('matches no node without requirements', () => {
    expect(matchesTerm({}, node)).toBe(false);
    expect(matchesTerm({ matchExpressions: [], matchFields: [] }, node)).toBe(
      false,
    );
  });

  it('wants all requirements', () => {
    expect(
      matchesTerm(
        {
          matchExpressions: [
            { key: 'pool', operator: 'Exists' },
            { key: 'absent', operator: 'Exists' },
          ],
        },
        node,
      ),
    ).toBe(false);
  });
});
