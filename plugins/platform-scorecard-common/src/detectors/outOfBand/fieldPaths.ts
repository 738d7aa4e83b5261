import { z } from 'zod/v4';

/**
 * A field that a manager owns, from the root: names of fields, and `[key]` for what is picked from a list or a map.
 */
export type FieldPath = readonly string[];

const nodeSchema = z.record(z.string(), z.unknown());
const listKeySchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean()]),
);

/** How a path is written for a reader: `spec.template.spec.containers[name=app].image`. */
export function pathText(path: FieldPath): string {
  return path.reduce((text, segment) =>
    segment.startsWith('[') ? text + segment : `${text}.${segment}`,
  );
}

/**
 * The leaves of a FieldsV1 map. A node that holds only `.` is a leaf itself: the item is owned and nothing in it. Nothing is
 * called recursively, so that depth is no danger.
 *
 * @throws `ZodError` where the map holds something else than maps
 *
 * @see kubernetes-sigs/structured-merge-diff fieldpath/serialize-pe.go
 */
export function fieldPaths(fieldsV1: unknown): FieldPath[] {
  const paths: FieldPath[] = [];
  const open: { path: FieldPath; node: unknown }[] = [
    { path: [], node: fieldsV1 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path } = next;
    const children = Object.entries(nodeSchema.parse(next.node)).filter(
      ([key]) => key !== '.',
    );
    if (children.length === 0 && path.length > 0) {
      paths.push(path);
    }
    for (const [key, node] of children.reverse()) {
      open.push({ path: [...path, segmentOf(key)], node });
    }
  }
  return paths;
}

function segmentOf(key: string): string {
  const rest = key.slice(2);
  if (key.startsWith('f:')) {
    return /[./[]/.test(rest) ? `[${rest}]` : rest;
  }
  if (key.startsWith('k:')) {
    return `[${listKeyText(rest)}]`;
  }
  return `[${rest}]`;
}

function listKeyText(json: string): string {
  try {
    return Object.entries(listKeySchema.parse(JSON.parse(json)))
      .map(([name, value]) => `${name}=${value}`)
      .join(',');
  } catch {
    return json;
  }
}
