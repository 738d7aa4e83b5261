import type { JsonObject, JsonValue } from '@backstage/types';
import { humanDuration } from './humanDuration';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, valueAt } from './KubernetesObject';
import type { ResourceDefinition, TableColumn } from './ResourceDefinition';

export type IncludeObject = 'Metadata' | 'Object' | 'None';

const NAME_DESCRIPTION =
  'Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and configuration definition. Cannot be updated. More info: https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names';

const AGE: TableColumn = {
  name: 'Age',
  type: 'date',
  value: '.metadata.creationTimestamp',
};

function columnsOf(definition: ResourceDefinition): readonly TableColumn[] {
  return definition.columns ?? [AGE];
}

/** The subset of JSONPath that printer columns use: `.a.b`, `.a[0]`, `.a[?(@.type=="Ready")].status`. */
function readJsonPath(
  object: JsonValue | undefined,
  path: string,
): JsonValue | undefined {
  let current = object;
  const steps = path.matchAll(
    /\.((?:\\\.|[A-Za-z0-9_/-])+)|\[(\d+)\]|\[\?\(@\.([A-Za-z0-9_-]+)\s*==\s*["']([^"']*)["']\)\]|\['([^']+)'\]/g,
  );
  for (const [, key, index, filterKey, filterValue, quoted] of steps) {
    if (filterKey !== undefined) {
      current = (Array.isArray(current) ? current : []).find(
        entry => isJsonObject(entry) && entry[filterKey] === filterValue,
      );
    } else if (index !== undefined) {
      current = Array.isArray(current) ? current[Number(index)] : undefined;
    } else {
      current = valueAt(current, [(key ?? quoted).replace(/\\\./g, '.')]);
    }
  }
  return current;
}

function cell(
  column: TableColumn,
  object: KubernetesObject,
  now: Date,
): JsonValue {
  if (typeof column.value === 'function') {
    return column.value(object, now) ?? null;
  }
  const value = readJsonPath(object, column.value);
  if (value === undefined || value === null) {
    return null;
  }
  if (column.type === 'date') {
    return humanDuration(now.getTime() - Date.parse(String(value)));
  }
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function definitionsOf(definition: ResourceDefinition): JsonObject[] {
  return [
    {
      name: 'Name',
      type: 'string',
      format: 'name',
      description: NAME_DESCRIPTION,
      priority: 0,
    },
    ...columnsOf(definition).map(column => ({
      name: column.name,
      type: column.type,
      format: column.format ?? '',
      description:
        column.description ??
        (typeof column.value === 'string'
          ? `Custom resource definition column (in JSONPath format): ${column.value}`
          : ''),
      priority: column.priority ?? 0,
    })),
  ];
}

/** `PartialObjectMetadata` of an object. */
export function partialMetadata(object: JsonObject): JsonObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata ?? {},
  };
}

/** @throws a 400 for other values than the real server knows. */
export function readIncludeObject(text: string | null): IncludeObject {
  switch (text) {
    case null:
    case '':
    case 'Metadata':
      return 'Metadata';
    case 'Object':
    case 'None':
      return text;
    default:
      throw apiErrors.badRequest(
        `Unable to convert to Table as requested: includeObject: Invalid value: "${text}": must be 'Metadata', 'Object', 'None', or empty`,
      );
  }
}

/** The Table of some objects: what people see in kubectl. */
export function tableOf(options: {
  readonly definition: ResourceDefinition;
  readonly objects: readonly KubernetesObject[];
  readonly metadata: JsonObject;
  readonly includeObject: IncludeObject;
  readonly version: string;
  readonly now: Date;
  /** False on a watch after the first event. */
  readonly withColumns?: boolean;
}): JsonObject {
  const { definition, includeObject, now } = options;
  const rowObject: Record<
    IncludeObject,
    (object: KubernetesObject) => JsonValue
  > = {
    None: () => null,
    Metadata: partialMetadata,
    Object: object => object,
  };
  return {
    kind: 'Table',
    apiVersion: `meta.k8s.io/${options.version}`,
    metadata: options.metadata,
    columnDefinitions:
      options.withColumns === false ? null : definitionsOf(definition),
    rows: options.objects.map(object => ({
      cells: [
        object.metadata.name,
        ...columnsOf(definition).map(column => cell(column, object, now)),
      ],
      object: rowObject[includeObject](object),
    })),
  };
}
