import type { Stage } from './stage';

type Linked = Pick<Stage, 'name' | 'upstream'>;

/**
 * Stages from upstream to downstream, by name within one distance from the warehouse. A cycle, which Kargo refuses,
 * does not loop here.
 *
 * @public
 */
export function upstreamFirst<S extends Linked>(stages: readonly S[]): S[] {
  const byName = new Map(stages.map(stage => [stage.name, stage]));
  const distances = new Map<string, number>();
  function distance(name: string, path: ReadonlySet<string>): number {
    const known = distances.get(name);
    if (known !== undefined) return known;
    const stage = byName.get(name);
    if (!stage || path.has(name)) return 0;
    const longer = new Set(path).add(name);
    const result =
      1 +
      Math.max(
        -1,
        ...stage.upstream.map(upstream => distance(upstream, longer)),
      );
    distances.set(name, result);
    return result;
  }
  return [...stages].sort(
    (a, b) =>
      distance(a.name, new Set()) - distance(b.name, new Set()) ||
      a.name.localeCompare(b.name),
  );
}

/**
 * Stages from which no other stage takes freight: where a pipeline ends, which is production by default.
 *
 * @public
 */
export function finalStages<S extends Linked>(stages: readonly S[]): S[] {
  const sources = new Set(stages.flatMap(stage => stage.upstream));
  return stages.filter(stage => !sources.has(stage.name));
}
