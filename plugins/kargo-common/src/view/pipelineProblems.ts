import type { Stage } from '../model/stage';

type Linked = Pick<Stage, 'name' | 'upstream' | 'requests'>;

const NAMED = 3;

/**
 * What is wrong with how stages follow each other, one sentence each: nothing ever comes from what does not exist, nor
 * around in a circle. Kargo refuses some of it when a stage is written, and says nothing of what is deleted later.
 *
 * @param options - `stages`: all of the project; `unreadable`: names of others that exist; `shown`: those to speak of;
 * `warehouses`: names of those that exist, `undefined` where they are not observed
 *
 * @public
 */
export function pipelineProblems(options: {
  readonly stages: readonly Linked[];
  readonly unreadable?: readonly string[];
  readonly shown: readonly Linked[];
  readonly warehouses: ReadonlySet<string> | undefined;
}): string[] {
  const { stages, shown, warehouses, unreadable = [] } = options;
  const exists = new Set([...stages.map(({ name }) => name), ...unreadable]);
  const circle = inCircles(stages);
  const circling = shown.filter(({ name }) => circle.has(name));
  return [
    ...[...takers(shown, stage => warehousesOf(stage))]
      .filter(([warehouse]) => warehouses && !warehouses.has(warehouse))
      .map(
        ([warehouse, names]) =>
          `The warehouse ${warehouse}, from which ${listOf(
            names,
          )} would take freight, does not exist.`,
      ),
    ...[...takers(shown, ({ upstream }) => upstream)]
      .filter(([stage]) => !exists.has(stage))
      .map(
        ([stage, names]) =>
          `The stage ${stage}, from which ${listOf(
            names,
          )} would take freight, does not exist.`,
      ),
    ...(circling.length > 0
      ? [
          `Freight goes round in a circle: ${listOf(
            circling.map(({ name }) => name),
          )} ${
            circling.length > 1 ? 'wait for each other' : 'waits for itself'
          }.`,
        ]
      : []),
  ];
}

function warehousesOf({ requests }: Linked): readonly string[] {
  return requests
    .filter(({ origin }) => origin.startsWith('Warehouse/'))
    .map(({ warehouse }) => warehouse);
}

/** The stages that take from each source. */
function takers(
  stages: readonly Linked[],
  sourcesOf: (stage: Linked) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const stage of stages) {
    for (const source of new Set(sourcesOf(stage))) {
      const names = found.get(source);
      if (names) names.push(stage.name);
      else found.set(source, [stage.name]);
    }
  }
  return found;
}

/** The stages that are left when those are taken away, again and again, that nothing leads to or from. */
function inCircles(stages: readonly Linked[]): ReadonlySet<string> {
  const links = stages.flatMap(({ name, upstream }) =>
    upstream.map(source => ({ from: source, to: name })),
  );
  const fed = withoutSources(
    stages.map(({ name }) => name),
    links,
  );
  return withoutSources(
    [...fed],
    links.map(({ from, to }) => ({ from: to, to: from })),
  );
}

function withoutSources(
  names: readonly string[],
  links: ReadonlyArray<{ readonly from: string; readonly to: string }>,
): ReadonlySet<string> {
  const left = new Set(names);
  const incoming = new Map<string, number>();
  const outgoing = new Map<string, string[]>();
  for (const { from, to } of links) {
    if (left.has(from) && left.has(to)) {
      incoming.set(to, (incoming.get(to) ?? 0) + 1);
      const targets = outgoing.get(from);
      if (targets) targets.push(to);
      else outgoing.set(from, [to]);
    }
  }
  const sources = names.filter(name => !incoming.get(name));
  for (let source = sources.pop(); source; source = sources.pop()) {
    left.delete(source);
    for (const target of outgoing.get(source) ?? []) {
      const rest = (incoming.get(target) ?? 0) - 1;
      incoming.set(target, rest);
      if (rest === 0) sources.push(target);
    }
  }
  return left;
}

function listOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  const parts = [
    ...names.slice(0, NAMED),
    ...(more > 0 ? [`${more} more`] : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}
