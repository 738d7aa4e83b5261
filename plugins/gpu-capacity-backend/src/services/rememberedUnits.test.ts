import {
  ClusterState,
  shapeOfRequests,
  type NodeState,
} from '@fairway/plugin-gpu-capacity-common';
import { GPU, clusterNode, clusterPod } from '../__testUtils__/clusterView';
import { rememberedUnits } from './rememberedUnits';

function setup() {
  const node = clusterNode('a');
  const state = ClusterState.of([node]);
  const shape = shapeOfRequests({ [GPU]: 4 });
  const units = rememberedUnits([shape]);
  const nodeState = (): NodeState => {
    const [found] = [...state.nodes()];
    return found;
  };
  return { node, state, units: () => units(nodeState(), GPU) };
}

describe('rememberedUnits', () => {
  it('follows pods that come and go', () => {
    const { state, units } = setup();
    expect(units()).toBe(8);
    // Of the 7 that are left a pod can take 4.
    state.putPod('vision/p', clusterPod('p', 'a', 1));
    expect(units()).toBe(4);
    state.putPod('vision/q', clusterPod('q', 'a', 4));
    expect(units()).toBe(0);
    state.removePod('vision/p');
    expect(units()).toBe(4);
  });

  it('follows the node', () => {
    const { node, state, units } = setup();
    expect(units()).toBe(8);
    state.putNode({ ...node, allocatable: { ...node.allocatable, [GPU]: 5 } });
    expect(units()).toBe(4);
    state.putNode({ ...node, state: 'cordoned' });
    expect(units()).toBe(0);
  });

  it('follows pods for which room is made', () => {
    const { state, units } = setup();
    expect(units()).toBe(8);
    state.putPod(
      'vision/n',
      clusterPod('n', undefined, 4, {
        holding: 'nominated',
        nominatedNode: 'a',
      }),
    );
    expect(units()).toBe(4);
    state.removePod('vision/n');
    expect(units()).toBe(8);
  });

  it('tries no shape on a node of which nothing changed', () => {
    const { state } = setup();
    let tried = 0;
    const shape = shapeOfRequests({ [GPU]: 4 });
    const watched = new Proxy(shape, {
      get: (target, key, receiver) => {
        tried += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const units = rememberedUnits([watched]);
    const [node] = [...state.nodes()];
    expect(units(node, GPU)).toBe(8);
    const before = tried;
    expect(before).toBeGreaterThan(0);
    expect(units(node, GPU)).toBe(8);
    expect(tried).toBe(before);
  });
});
