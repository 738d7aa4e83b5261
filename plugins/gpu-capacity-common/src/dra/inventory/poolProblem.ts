import type { ResourceSlice } from '../resources';

/**
 * Why the scheduler holds a complete pool for invalid, in its words; `undefined` where it does not.
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/pools_incubating.go, `buildPool`
 */
export function poolProblem(
  slices: readonly ResourceSlice[],
): string | undefined {
  const duplicate = firstDuplicate(
    slices
      .filter(({ sharedCounters }) => sharedCounters.length === 0)
      .flatMap(({ devices }) => devices.map(({ name }) => name)),
  );
  if (duplicate !== undefined) return `duplicate device name ${duplicate}`;
  const counterSets = slices.flatMap(({ sharedCounters }) => sharedCounters);
  const duplicateSet = firstDuplicate(counterSets.map(({ name }) => name));
  if (duplicateSet !== undefined) {
    return `duplicate counter set name ${duplicateSet}`;
  }
  return consumptionProblem(slices);
}

function consumptionProblem(
  slices: readonly ResourceSlice[],
): string | undefined {
  const counterSets = new Map(
    slices
      .flatMap(({ sharedCounters }) => sharedCounters)
      .map(({ name, counters }) => [name, counters]),
  );
  const consumptions = slices
    .filter(({ sharedCounters }) => sharedCounters.length === 0)
    .flatMap(({ devices }) => devices)
    .flatMap(({ consumesCounters }) => consumesCounters);
  for (const { counterSet, counters } of consumptions) {
    const set = counterSets.get(counterSet);
    if (!set) return `counter set ${counterSet} not found`;
    const missing = [...counters.keys()].find(name => !set.has(name));
    if (missing !== undefined) {
      return `counter ${missing} not found in counter set ${counterSet}`;
    }
  }
  return undefined;
}

function firstDuplicate(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
