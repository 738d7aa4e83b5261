import type {
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';

/** An observation of what a function makes of the items; of the same item it makes the same object. */
export function mapObservation<A extends object, B extends object>(
  observation: ResourceObservation<A>,
  map: (item: A) => B,
): ResourceObservation<B> {
  const made = new WeakMap<A, B>();
  const mapped = (item: A): B => {
    const value = made.get(item) ?? map(item);
    made.set(item, value);
    return value;
  };
  const mappedSnapshot = (snapshot: ResourceSnapshot<A>) => ({
    ...snapshot,
    items: new Map(
      [...snapshot.items].map(([key, item]) => [key, mapped(item)]),
    ),
  });
  return {
    snapshot: () => mappedSnapshot(observation.snapshot()),
    settled: async options =>
      mappedSnapshot(await observation.settled(options)),
    subscribe: listener =>
      observation.subscribe(changes =>
        listener(
          changes.map(({ key, before, after }) => ({
            key,
            before: before && mapped(before),
            after: after && mapped(after),
          })),
        ),
      ),
    close: () => observation.close(),
  };
}
