/**
 * What the synthetic control plane has: one project with 600 stages in 20 pipelines and 60,000 promotions, as the largest
 * that users of Kargo speak of (akuity/kargo#5133), and small projects beside it.
 */
export const LARGE_PROJECT = 'estate';
export const SMALL_PROJECTS = 20;
export const PIPELINES = 20;
export const SMALL_PIPELINE_STAGES = 10;
/** For each stage: what a busy one keeps in the 14 days before Kargo removes its promotions. */
export const PROMOTIONS_PER_STAGE = 100;
/** For each warehouse; Kargo keeps 20 old ones. */
export const FREIGHT_PER_WAREHOUSE = 20;

/** A stage of a pipeline, and where it takes freight from. */
export interface PipelineStage {
  readonly project: string;
  readonly warehouse: string;
  readonly name: string;
  /** Steps from the warehouse, which is as many versions behind. */
  readonly level: number;
  readonly upstream: readonly string[];
  readonly all: boolean;
}

interface Wave {
  readonly prefix: string;
  readonly size: number;
  /** How many stages of the wave before must have verified freight. */
  readonly after: number;
}

/** Three single stages, then regions in three waves: 30 stages. */
const LARGE_WAVES: readonly Wave[] = [
  { prefix: 'test', size: 1, after: 0 },
  { prefix: 'uat', size: 1, after: 1 },
  { prefix: 'canary', size: 1, after: 1 },
  { prefix: 'wave1', size: 9, after: 1 },
  { prefix: 'wave2', size: 9, after: 3 },
  { prefix: 'wave3', size: 9, after: 1 },
];

const SMALL_WAVES: readonly Wave[] = [
  { prefix: 'test', size: 1, after: 0 },
  { prefix: 'uat', size: 1, after: 1 },
  { prefix: 'prod', size: SMALL_PIPELINE_STAGES - 2, after: 1 },
];

function pipeline(
  project: string,
  warehouse: string,
  waves: readonly Wave[],
): PipelineStage[] {
  const nameOf = ({ prefix, size }: Wave, index: number) =>
    size === 1 ? `${warehouse}-${prefix}` : `${warehouse}-${prefix}-${index}`;
  return waves.flatMap((wave, level) =>
    Array.from({ length: wave.size }, (_, index) => ({
      project,
      warehouse,
      name: nameOf(wave, index),
      level,
      upstream: Array.from({ length: wave.after }, (__, before) =>
        nameOf(waves[level - 1], before),
      ),
      all: wave.after > 1,
    })),
  );
}

/** All stages; those of the large project come first. */
export const STAGES: readonly PipelineStage[] = [
  ...Array.from({ length: PIPELINES }, (_, index) =>
    pipeline(LARGE_PROJECT, `service${index}`, LARGE_WAVES),
  ).flat(),
  ...Array.from({ length: SMALL_PROJECTS }, (_, index) =>
    pipeline(`team${index}`, 'api', SMALL_WAVES),
  ).flat(),
];

export const LARGE_STAGES = STAGES.filter(
  ({ project }) => project === LARGE_PROJECT,
).length;

/** Project and name of each warehouse. */
export const WAREHOUSES = [
  ...new Map(
    STAGES.map(({ project, warehouse }) => [
      `${project}/${warehouse}`,
      { project, warehouse },
    ]),
  ).values(),
];
