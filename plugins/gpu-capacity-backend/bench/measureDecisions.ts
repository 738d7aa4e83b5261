import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  NodePartsPool,
  ShapePool,
  fit,
  poolTolerations,
  readClusterNode,
  readClusterPod,
  shapeOfRequests,
  whatMustMove,
} from '@fairway/plugin-gpu-capacity-common';
import { percentile } from '@fairway/benchmarks';
import { GPU, NODES } from './estate';
import { syntheticNode } from './syntheticNode';
import { placements, syntheticPod } from './syntheticPods';

export interface DecisionFigures {
  readonly fitMs: number;
  /** Fit by adding up all pods of each node anew, as without a joined state. */
  readonly plainFitMs: number;
  readonly movesMs: number;
  readonly movesExhaustive: boolean;
}

const ROUNDS = 200;
const WARM_UP = 20;

/** Measures the pure decisions on the whole cluster in memory. */
export function measureDecisions(): DecisionFigures {
  const pool = ShapePool.create();
  const alike = NodePartsPool.create();
  const nodes = Array.from({ length: NODES }, (_, i) =>
    readClusterNode(syntheticNode(i), DEFAULT_ACCELERATORS, alike),
  );
  const pods = placements().flatMap(place => {
    const pod = readClusterPod(syntheticPod(place), pool);
    return pod ? [pod] : [];
  });
  const state = ClusterState.of(nodes, pods);
  const shape = (gpus: number) =>
    shapeOfRequests(
      { cpu: gpus * 16, memory: `${gpus * 128}Gi`, [GPU]: gpus },
      { tolerations: poolTolerations(state.nodes()), priority: 100 },
    );
  const moves = times(ROUNDS, () => whatMustMove(state, shape(8)));
  return {
    fitMs: percentile(
      times(ROUNDS, () => fit(state, shape(4))).durations,
      0.95,
    ),
    plainFitMs: percentile(
      times(5, () => fit(ClusterState.of(nodes, pods), shape(4))).durations,
      0.95,
    ),
    movesMs: percentile(moves.durations, 0.95),
    movesExhaustive: moves.last.exhaustive,
  };
}

function times<T>(
  rounds: number,
  run: () => T,
): { readonly durations: readonly number[]; readonly last: T } {
  // As in a backend that has answered before.
  let last = run();
  for (let round = 0; round < WARM_UP; round += 1) last = run();
  const durations: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    last = run();
    durations.push(performance.now() - startedMs);
  }
  return { durations, last };
}
