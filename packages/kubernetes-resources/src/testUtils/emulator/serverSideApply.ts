import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { FieldOwner, FieldPath } from './fieldOwnership';
import {
  fieldOwners,
  includesPath,
  ownableFields,
  withFieldOwners,
  without,
} from './fieldOwnership';
import { KubernetesApiError } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, valueAt } from './KubernetesObject';

interface Conflict {
  readonly owner: FieldOwner;
  readonly path: FieldPath;
}

function ownerText(owner: FieldOwner): string {
  const using =
    owner.operation === 'Update' ? ` using ${owner.apiVersion}` : '';
  const below = owner.subresource
    ? ` with subresource "${owner.subresource}"`
    : '';
  return `"${owner.manager}"${below}${using}`;
}

function conflictError(conflicts: readonly Conflict[]): KubernetesApiError {
  const field = (path: FieldPath) => `.${path.join('.')}`;
  const byOwner = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const key = ownerText(conflict.owner);
    byOwner.set(key, [...(byOwner.get(key) ?? []), conflict]);
  }
  const text =
    conflicts.length === 1
      ? `conflict with ${ownerText(conflicts[0].owner)}: ${field(
          conflicts[0].path,
        )}`
      : [...byOwner]
          .map(([owner, entries]) =>
            [
              `conflicts with ${owner}:`,
              ...entries.map(entry => `- ${field(entry.path)}`),
            ].join('\n'),
          )
          .join('\n');
  const count = `${conflicts.length} conflict${
    conflicts.length === 1 ? '' : 's'
  }`;
  return new KubernetesApiError({
    code: 409,
    message: `Apply failed with ${count}: ${text}`,
    reason: 'Conflict',
    details: {
      causes: conflicts.map(conflict => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${ownerText(conflict.owner)}`,
        field: field(conflict.path),
      })),
    },
  });
}

function deepMerge(
  target: JsonValue | undefined,
  applied: JsonObject,
): JsonObject {
  const result: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(applied)) {
    result[key] = isJsonObject(value) ? deepMerge(result[key], value) : value;
  }
  return result;
}

function removePath(object: JsonObject, path: FieldPath): JsonObject {
  const [head, ...tail] = path;
  const child = object[head];
  if (tail.length > 0 && isJsonObject(child)) {
    return { ...object, [head]: removePath(child, tail) };
  }
  const { [head]: _removed, ...rest } = object;
  return rest;
}

/**
 * Server-side apply with lists as atomic fields.
 *
 * @throws a 409 that names the other owners, unless `force` is set.
 */
export function applyConfiguration(
  current: KubernetesObject | undefined,
  applied: KubernetesObject,
  by: {
    readonly manager: string;
    readonly force: boolean;
    readonly subresource: string | undefined;
    readonly time: string;
  },
): KubernetesObject {
  const paths = ownableFields(applied).filter(
    path => (path[0] === 'status') === (by.subresource === 'status'),
  );
  const isOwn = (owner: FieldOwner) =>
    owner.manager === by.manager &&
    owner.operation === 'Apply' &&
    owner.subresource === by.subresource;
  const owners = fieldOwners(current);
  const own = owners.find(isOwn);
  const others = owners.filter(owner => !isOwn(owner));

  const differing = paths.filter(path => {
    const live = current && valueAt(current, path);
    return (
      live !== undefined && !isDeepStrictEqual(live, valueAt(applied, path))
    );
  });
  const conflicts = differing.flatMap(path =>
    others
      .filter(owner => includesPath(owner.paths, path))
      .map(owner => ({ owner, path })),
  );
  if (conflicts.length > 0 && !by.force) {
    throw conflictError(conflicts);
  }

  const remaining = others.map(owner => ({
    ...owner,
    paths: without(owner.paths, differing),
  }));
  const abandoned = without(own?.paths ?? [], paths).filter(
    path => !remaining.some(owner => includesPath(owner.paths, path)),
  );
  const { name: _name, ...metadata } = applied.metadata;
  let merged = deepMerge(current, { ...applied, metadata });
  for (const path of abandoned) {
    merged = removePath(merged, path);
  }
  const unchanged =
    own && without(own.paths, paths).length === 0 && differing.length === 0;
  return withFieldOwners(
    {
      ...merged,
      apiVersion: applied.apiVersion,
      kind: applied.kind,
      metadata: {
        ...(isJsonObject(merged.metadata) ? merged.metadata : {}),
        name: current?.metadata.name ?? applied.metadata.name,
      },
    },
    [
      ...remaining,
      {
        manager: by.manager,
        operation: 'Apply',
        apiVersion: applied.apiVersion,
        subresource: by.subresource,
        time: unchanged ? own.time : by.time,
        paths,
      },
    ],
  );
}
