import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, valueAt } from './KubernetesObject';

/** Fields of `metadata` that the server owns. */
const SERVER_METADATA = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generation',
  'managedFields',
];

export type FieldPath = readonly string[];

/** Who owns which fields: one entry of `metadata.managedFields`. Lists count as one field. */
export interface FieldOwner {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource: string | undefined;
  readonly time: string;
  readonly paths: readonly FieldPath[];
}

function collectLeaves(
  value: JsonValue | undefined,
  path: FieldPath,
  into: FieldPath[],
): void {
  if (value === undefined) {
    return;
  }
  if (isJsonObject(value) && Object.keys(value).length > 0) {
    for (const [key, child] of Object.entries(value)) {
      collectLeaves(child, [...path, key], into);
    }
  } else if (path.length > 0) {
    into.push(path);
  }
}

/** All fields that somebody can own. */
export function ownableFields(object: JsonObject): FieldPath[] {
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = object;
  const leaves: FieldPath[] = [];
  if (isJsonObject(metadata)) {
    const owned = Object.fromEntries(
      Object.entries(metadata).filter(
        ([field]) => !SERVER_METADATA.includes(field),
      ),
    );
    collectLeaves(owned, ['metadata'], leaves);
  }
  collectLeaves(rest, [], leaves);
  return leaves.filter(path => !(path.length === 1 && path[0] === 'metadata'));
}

const keyOf = (path: FieldPath) => JSON.stringify(path);

export function without(
  paths: readonly FieldPath[],
  removed: readonly FieldPath[],
): FieldPath[] {
  const keys = new Set(removed.map(keyOf));
  return paths.filter(path => !keys.has(keyOf(path)));
}

export function includesPath(
  paths: readonly FieldPath[],
  path: FieldPath,
): boolean {
  return paths.some(candidate => isDeepStrictEqual(candidate, path));
}

function toFieldsV1(paths: readonly FieldPath[]): JsonObject {
  const root: JsonObject = {};
  for (const path of paths) {
    let node = root;
    for (const key of path) {
      const existing = node[`f:${key}`];
      const child: JsonObject = isJsonObject(existing) ? existing : {};
      node[`f:${key}`] = child;
      node = child;
    }
  }
  return root;
}

function fromFieldsV1(
  fields: JsonValue | undefined,
  path: FieldPath,
): FieldPath[] {
  const children = isJsonObject(fields)
    ? Object.entries(fields).filter(([key]) => key.startsWith('f:'))
    : [];
  if (children.length === 0) {
    return path.length > 0 ? [path] : [];
  }
  return children.flatMap(([key, child]) =>
    fromFieldsV1(child, [...path, key.slice(2)]),
  );
}

const text = (value: JsonValue | undefined) =>
  typeof value === 'string' ? value : '';

export function fieldOwners(
  object: KubernetesObject | undefined,
): FieldOwner[] {
  const entries = object?.metadata.managedFields;
  return (Array.isArray(entries) ? entries : [])
    .filter(isJsonObject)
    .map(entry => ({
      manager: text(entry.manager),
      operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
      apiVersion: text(entry.apiVersion),
      subresource:
        typeof entry.subresource === 'string' ? entry.subresource : undefined,
      time: text(entry.time),
      paths: fromFieldsV1(entry.fieldsV1, []),
    }));
}

export function withFieldOwners(
  object: KubernetesObject,
  owners: readonly FieldOwner[],
): KubernetesObject {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  const kept = owners.filter(owner => owner.paths.length > 0);
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(kept.length > 0 && {
        managedFields: kept.map(owner => ({
          apiVersion: owner.apiVersion,
          fieldsType: 'FieldsV1',
          fieldsV1: toFieldsV1(owner.paths),
          manager: owner.manager,
          operation: owner.operation,
          ...(owner.subresource && { subresource: owner.subresource }),
          time: owner.time,
        })),
      }),
    },
  };
}

/** Records that `manager` made `next` out of `previous`: what it changed is its own from now on. */
export function ownChanges(
  previous: KubernetesObject | undefined,
  next: KubernetesObject,
  by: {
    readonly manager: string;
    readonly subresource: string | undefined;
    readonly time: string;
  },
): KubernetesObject {
  const before = previous ? ownableFields(previous) : [];
  const after = ownableFields(next);
  const set = after.filter(
    path =>
      !previous ||
      !isDeepStrictEqual(valueAt(previous, path), valueAt(next, path)),
  );
  const changed = [...set, ...without(before, after)];
  if (changed.length === 0) {
    const { managedFields: _own, ...metadata } = next.metadata;
    const managedFields = previous?.metadata.managedFields;
    return {
      ...next,
      metadata: {
        ...metadata,
        ...(managedFields !== undefined && { managedFields }),
      },
    };
  }
  const isOwn = (owner: FieldOwner) =>
    owner.manager === by.manager &&
    owner.operation === 'Update' &&
    owner.subresource === by.subresource;
  const owners = fieldOwners(previous);
  const own = owners.find(isOwn);
  return withFieldOwners(next, [
    ...owners
      .filter(owner => !isOwn(owner))
      .map(owner => ({ ...owner, paths: without(owner.paths, changed) })),
    {
      manager: by.manager,
      operation: 'Update',
      apiVersion: next.apiVersion,
      subresource: by.subresource,
      time: by.time,
      paths: [...without(own?.paths ?? [], changed), ...set],
    },
  ]);
}
