import type { NodeView } from '@fairway/plugin-gpu-capacity-common';
import { filterNodes, nodeFilter, productsOf } from './filterNodes';

function node(
  name: string,
  rest: Partial<NodeView> & Pick<NodeView, 'state'>,
): NodeView {
  return { name, resources: [], ...rest };
}

const gpu = (units: NodeView['resources'][number]['units']) => [
  { resource: 'nvidia.com/gpu', kind: 'device' as const, owned: 8, units },
];

const nodes = [
  node('a100-1', {
    state: 'ready',
    product: 'A100',
    resources: gpu({ busy: 8 }),
  }),
  node('h100-1', {
    state: 'cordoned',
    product: 'H100',
    resources: gpu({ busy: 6, blocked: 2 }),
  }),
  node('h100-2', {
    state: 'ready',
    product: 'H100',
    resources: gpu({ lost: 1, usable: 7 }),
  }),
  node('cpu-1', { state: 'ready' }),
];

const left = (choices: Parameters<typeof nodeFilter>[0]) =>
  filterNodes(nodes, nodeFilter(choices)).map(({ name }) => name);

describe('filterNodes', () => {
  it.each([
    [{}, ['a100-1', 'h100-1', 'h100-2', 'cpu-1']],
    [{ state: 'ready' }, ['a100-1', 'h100-2', 'cpu-1']],
    [{ state: 'ready', product: 'H100' }, ['h100-2']],
    [{ ledgerClass: 'lost' }, ['h100-2']],
    [{ text: ' H100 ' }, ['h100-1', 'h100-2']],
    [{ text: 'nvidia.com' }, ['a100-1', 'h100-1', 'h100-2']],
    [{ product: 'B200' }, []],
    // What a link says and nothing knows is not looked at.
    [
      { state: 'lovely', ledgerClass: 'blue' },
      ['a100-1', 'h100-1', 'h100-2', 'cpu-1'],
    ],
  ])('leaves for %j', (choices, names) => {
    expect(left(choices)).toEqual(names);
  });

  it('keeps the identity of nodes that are not narrowed', () => {
    expect(filterNodes(nodes, nodeFilter({ text: ' ' }))).toBe(nodes);
  });
});

describe('productsOf', () => {
  it('has each product once', () => {
    expect(productsOf(nodes)).toEqual(['A100', 'H100']);
  });
});
