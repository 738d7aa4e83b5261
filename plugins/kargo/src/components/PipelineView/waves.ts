import type { StageView } from '@fairway/plugin-kargo-common';

/** Stages at the same distance from the warehouses. */
export interface Wave {
  /** 1 for stages that take freight from a warehouse. */
  readonly number: number;
  readonly stages: readonly StageView[];
}

/** Stages by the longest way from a warehouse; a circle, which Kargo refuses, ends where it began. */
export function wavesOf(stages: readonly StageView[]): Wave[] {
  const byName = new Map(stages.map(stage => [stage.name, stage]));
  const numbers = new Map<string, number>();
  const visiting = new Set<string>();
  const numberOf = (stage: StageView): number => {
    const known = numbers.get(stage.name);
    if (known !== undefined) return known;
    if (visiting.has(stage.name)) return 0;
    visiting.add(stage.name);
    const before = stage.upstream.flatMap(name => byName.get(name) ?? []);
    const number = 1 + Math.max(0, ...before.map(numberOf));
    visiting.delete(stage.name);
    numbers.set(stage.name, number);
    return number;
  };
  const waves = new Map<number, StageView[]>();
  for (const stage of stages) {
    const number = numberOf(stage);
    waves.set(number, [...(waves.get(number) ?? []), stage]);
  }
  return [...waves]
    .sort(([a], [b]) => a - b)
    .map(([number, members]) => ({ number, stages: members }));
}
