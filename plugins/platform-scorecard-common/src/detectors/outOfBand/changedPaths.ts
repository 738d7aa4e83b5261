import { pathText, type FieldPath } from './fieldPaths';
import type { SeenEntry } from './SeenEntry';

/** Fields that an entry shows to have been changed. */
export interface ChangedPaths {
  readonly paths: readonly FieldPath[];
  /** Some of these fields were changed; which ones is no longer to be seen. */
  readonly some: boolean;
}

/**
 * What of an entry shows a change. An Update owns only what it changed. An Apply owns all that it names: what others own
 * as well may have had its value before. It has a time only if it changed something, so that where nothing of it is its
 * own any more, somebody took over what it changed.
 */
export function changedPaths({
  entry,
  object,
  counted,
}: SeenEntry): ChangedPaths {
  if (entry.operation === 'Update') {
    return { paths: counted, some: false };
  }
  const others = new Set(
    (object.entries ?? [])
      .filter(other => other !== entry)
      .flatMap(({ paths }) => paths.map(pathText)),
  );
  const isOwn = (path: FieldPath) => !others.has(pathText(path));
  return entry.paths.some(isOwn)
    ? { paths: counted.filter(isOwn), some: false }
    : { paths: counted, some: true };
}
