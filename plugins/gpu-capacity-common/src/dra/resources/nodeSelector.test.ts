import { deviceNodeSelectorMatches } from './nodeSelector';

const NODE = { name: 'node-1', labels: { zone: 'a', generation: '7' } };

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';

function matches(
  matchExpressions: [string, Operator, ...string[]][],
  matchFields: [string, Operator, ...string[]][] = [],
) {
  const requirements = (list: [string, Operator, ...string[]][]) =>
    list.map(([key, operator, ...values]) => ({ key, operator, values }));
  return deviceNodeSelectorMatches(
    {
      nodeSelectorTerms: [
        {
          matchExpressions: requirements(matchExpressions),
          matchFields: requirements(matchFields),
        },
      ],
    },
    NODE,
  );
}

describe('deviceNodeSelectorMatches', () => {
  it.each<[string, Operator, string[], boolean]>([
    ['zone', 'In', ['a', 'b'], true],
    ['zone', 'In', ['b'], false],
    ['rack', 'In', ['a'], false],
    ['constructor', 'Exists', [], false],
    ['zone', 'NotIn', ['b'], true],
    ['zone', 'NotIn', ['a'], false],
    ['rack', 'NotIn', ['a'], true],
    ['zone', 'Exists', [], true],
    ['rack', 'Exists', [], false],
    ['rack', 'DoesNotExist', [], true],
    ['zone', 'DoesNotExist', [], false],
    ['generation', 'Gt', ['6'], true],
    ['generation', 'Gt', ['7'], false],
    ['generation', 'Lt', ['10'], true],
    ['generation', 'Lt', ['7'], false],
    ['zone', 'Gt', ['1'], false],
    ['rack', 'Lt', ['1'], false],
    ['generation', 'Gt', ['6', '5'], false],
  ])('%s %s %j is %s', (key, operator, values, expected) => {
    expect(matches([[key, operator, ...values]])).toBe(expected);
  });

  it('needs all requirements of a term', () => {
    expect(
      matches(
        [['zone', 'In', 'a']],
        [['metadata.name', 'In', 'node-1', 'node-2']],
      ),
    ).toBe(true);
    expect(
      matches([['zone', 'In', 'a']], [['metadata.name', 'In', 'node-2']]),
    ).toBe(false);
  });

  it('selects nothing without terms, or with an empty term', () => {
    expect(matches([])).toBe(false);
    expect(deviceNodeSelectorMatches({ nodeSelectorTerms: [] }, NODE)).toBe(
      false,
    );
  });
});
