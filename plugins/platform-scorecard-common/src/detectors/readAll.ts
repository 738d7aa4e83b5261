import type { Readable, UnreadableObject } from './unreadable';

/** Reads several objects: the good ones, and what is wrong with the others. */
export function readAll<Value>(
  objects: readonly unknown[],
  read: (object: unknown) => Readable<Value>,
): { readonly values: Value[]; readonly unreadable: UnreadableObject[] } {
  const values: Value[] = [];
  const unreadable: UnreadableObject[] = [];
  for (const candidate of objects) {
    const result = read(candidate);
    if (result.ok) {
      values.push(result.value);
    } else {
      const { object, problem } = result;
      unreadable.push({ object, problem });
    }
  }
  return { values, unreadable };
}
