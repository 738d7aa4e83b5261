import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  shapeOfRequests,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import { GPU, clusterNode, clusterPod } from '../__testUtils__/clusterView';
import { ClusterDemand } from './ClusterDemand';

const seenShape = (devices: number, weight: number): ShapeDemand => ({
  shape: shapeOfRequests({ [GPU]: devices }),
  weight,
});

function demandOf(seen: readonly ShapeDemand[], held: readonly number[]) {
  const state = ClusterState.of(
    [clusterNode('a')],
    held.map((devices, index) => clusterPod(`p${index}`, 'a', devices)),
  );
  const list = { seen };
  const demand = new ClusterDemand({
    state,
    registry: DEFAULT_ACCELERATORS,
    seen: () => list.seen,
  });
  return { demand, state, list };
}

const sizes = (shapes: readonly ShapeDemand[]) =>
  shapes.map(({ shape, weight }) => [shape.requests[GPU], weight]);

describe('ClusterDemand', () => {
  it('adds what was seen to what is there', () => {
    const { demand } = demandOf([seenShape(8, 30), seenShape(2, 4)], [2]);
    const { present, shapes } = demand.current(0);
    expect(sizes(present)).toEqual([[2, 1]]);
    expect(sizes(shapes)).toEqual([
      [8, 30],
      [2, 5],
    ]);
  });

  it('decides by what was seen what is usable, not by what happens to be there', () => {
    // 2 held, 6 free: for 8-device pods, which are all of the demand but one in 41, they are of no use.
    const { demand, state } = demandOf([seenShape(8, 40)], [2]);
    const node = state.node('a');
    expect(node && demand.current(0).usableUnits?.(node, GPU)).toBe(0);
    const { demand: unaware } = demandOf([], [2]);
    expect(node && unaware.current(0).usableUnits?.(node, GPU)).toBe(6);
  });

  it('keeps its answer as long as the shapes are the same, however often they are read', () => {
    const { demand, list } = demandOf([seenShape(4, 5)], [2]);
    const first = demand.current(0).usableUnits;
    list.seen = [seenShape(4, 6)];
    expect(demand.current(60_000).usableUnits).toBe(first);
    list.seen = [seenShape(8, 6)];
    expect(demand.current(120_000).usableUnits).not.toBe(first);
  });

  it('leaves out what asks for no accelerators', () => {
    const { demand } = demandOf(
      [{ shape: shapeOfRequests({ cpu: 4 }), weight: 99 }],
      [1],
    );
    expect(sizes(demand.current(0).shapes)).toEqual([[1, 1]]);
  });
});
