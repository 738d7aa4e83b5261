import type { GraphNode, GraphEdge } from '@fairway/platform-ui';
import type {
  ProjectPromotions,
  StageView,
} from '@fairway/plugin-kargo-common';
import { stageWording } from '../wording';
import { wavesOf, type Wave } from './waves';

/** More than this cannot be looked over, and takes long to lay out. */
export const MAX_GRAPH_STAGES = 50;

/** What is drawn: warehouses and stages, or waves of stages where there are too many. */
export interface PipelineGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph of a project. */
export function pipelineGraph(project: ProjectPromotions): PipelineGraph {
  const stages = project.stages.items;
  return stages.length > MAX_GRAPH_STAGES
    ? graphOfWaves(wavesOf(stages))
    : graphOfStages(project);
}

function graphOfStages(project: ProjectPromotions): PipelineGraph {
  const stages = project.stages.items;
  const names = new Set(stages.map(({ name }) => name));
  const warehouses = new Set([
    ...project.warehouses.items.map(({ name }) => name),
    ...stages.flatMap(stage => stage.warehouses ?? []),
  ]);
  return {
    nodes: [
      ...[...warehouses].map(name => ({
        id: `warehouse/${name}`,
        title: name,
        detail: 'warehouse',
      })),
      ...stages.map(stage => ({
        id: `stage/${stage.name}`,
        title: stage.name,
        detail: stage.controlFlow
          ? 'passes freight on'
          : stage.freight?.version ?? 'empty',
        tone: stage.controlFlow ? undefined : stageWording(stage).tone,
      })),
    ],
    edges: stages.flatMap(stage => [
      ...(stage.warehouses ?? []).map(name => ({
        from: `warehouse/${name}`,
        to: `stage/${stage.name}`,
      })),
      // An upstream stage that is not shown, or does not exist, has no node.
      ...stage.upstream
        .filter(name => names.has(name))
        .map(name => ({ from: `stage/${name}`, to: `stage/${stage.name}` })),
    ]),
  };
}

function graphOfWaves(waves: readonly Wave[]): PipelineGraph {
  return {
    nodes: waves.map(wave => ({
      id: `wave/${wave.number}`,
      title: `Wave ${wave.number}`,
      detail: waveSummary(wave.stages),
      tone: waveTone(wave.stages),
    })),
    edges: waves.slice(1).map((wave, index) => ({
      from: `wave/${waves[index].number}`,
      to: `wave/${wave.number}`,
    })),
  };
}

/** How many stages a wave has, and how many want to be looked at. */
export function waveSummary(stages: readonly StageView[]): string {
  const count = stages.length === 1 ? '1 stage' : `${stages.length} stages`;
  const trouble = stages.filter(isInTrouble).length;
  return trouble === 0 ? count : `${count}, ${trouble} in trouble`;
}

function waveTone(stages: readonly StageView[]) {
  if (stages.some(isInTrouble)) return 'bad';
  return stages.some(stage => stageWording(stage).tone === 'busy')
    ? 'busy'
    : 'good';
}

function isInTrouble(stage: StageView): boolean {
  return stageWording(stage).tone === 'bad';
}
