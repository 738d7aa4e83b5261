import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject, ObjectMetadata } from './KubernetesObject';
import type { ResourceDefinition } from './ResourceDefinition';

/** Alphabet of `k8s.io/apimachinery/pkg/util/rand`: no vowels, so that no words come out. */
const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const UNCHECKED = {
  reason: 'FieldValueInvalid',
  message:
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  field: '<nil>',
};

export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function randomText(random: () => number, alphabet: string, length: number) {
  return Array.from(
    { length },
    () => alphabet[Math.floor(random() * alphabet.length)],
  ).join('');
}

export function randomUid(random: () => number): string {
  const hex = (length: number) =>
    randomText(random, '0123456789abcdef', length);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${randomText(random, '89ab', 1)}${hex(
    3,
  )}-${hex(12)}`;
}

/** The name a create leads to. @throws a 422 where there is none or it is not a DNS subdomain. */
export function nameForCreate(
  definition: ResourceDefinition,
  metadata: { readonly name?: unknown; readonly generateName?: unknown },
  random: () => number,
): string {
  const given = typeof metadata.name === 'string' ? metadata.name : '';
  const prefix =
    typeof metadata.generateName === 'string' ? metadata.generateName : '';
  const name =
    given || (prefix && `${prefix}${randomText(random, SUFFIX_ALPHABET, 5)}`);
  const causes = [
    ...(name === ''
      ? [
          {
            reason: 'FieldValueRequired',
            message: 'Required value: name or generateName is required',
            field: 'metadata.name',
          },
        ]
      : []),
    ...(name !== '' && !DNS_SUBDOMAIN.test(name)
      ? [
          {
            reason: 'FieldValueInvalid',
            message: `Invalid value: "${name}": ${NAME_RULE}`,
            field: 'metadata.name',
          },
        ]
      : []),
  ];
  if (causes.length > 0 && definition.group !== 'rbac.authorization.k8s.io') {
    throw apiErrors.invalid({
      kind: definition.kind,
      group: definition.group,
      name,
      causes: definition.builtIn ? causes : [...causes, UNCHECKED],
    });
  }
  return name;
}

/** What the server makes of a new object before admission. */
export function objectForCreate(
  definition: ResourceDefinition,
  input: KubernetesObject,
  identity: {
    readonly namespace: string | undefined;
    readonly name: string;
    readonly uid: string;
    readonly now: Date;
  },
): KubernetesObject {
  const {
    resourceVersion: _resourceVersion,
    deletionTimestamp: _deletionTimestamp,
    generation: _generation,
    namespace: _namespace,
    ...metadata
  } = input.metadata;
  const { status, ...rest } = input;
  return {
    ...rest,
    metadata: {
      ...metadata,
      name: identity.name,
      ...(identity.namespace !== undefined && {
        namespace: identity.namespace,
      }),
      uid: identity.uid,
      creationTimestamp: timestamp(identity.now),
      ...(definition.generation !== false && { generation: 1 }),
    },
    ...(!definition.status && status !== undefined && { status }),
    ...(definition.status &&
      definition.initialStatus && { status: definition.initialStatus }),
  };
}

function specOf(
  definition: ResourceDefinition,
  object: KubernetesObject,
): JsonObject {
  const { metadata: _metadata, status, ...rest } = object;
  return definition.status ? rest : { ...rest, status };
}

const KEPT: ReadonlyArray<keyof ObjectMetadata> = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generation',
];

function keepServerFields(
  current: ObjectMetadata,
  next: ObjectMetadata,
): ObjectMetadata {
  const kept: ObjectMetadata = { ...next };
  for (const field of KEPT) {
    if (current[field] === undefined) {
      delete kept[field];
    } else {
      kept[field] = current[field];
    }
  }
  return { ...kept, resourceVersion: current.resourceVersion };
}

function checkFinalizers(
  definition: ResourceDefinition,
  current: ObjectMetadata,
  next: ObjectMetadata,
): void {
  const added = (next.finalizers ?? []).filter(
    finalizer => !current.finalizers?.includes(finalizer),
  );
  if (current.deletionTimestamp !== undefined && added.length > 0) {
    const cause = {
      reason: 'FieldValueForbidden',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
        .map(finalizer => JSON.stringify(finalizer))
        .join(', ')}}`,
      field: 'metadata.finalizers',
    };
    throw apiErrors.invalid({
      kind: definition.kind,
      group: definition.group,
      name: current.name,
      // The real server validates twice and lists the cause twice.
      causes: [cause, cause],
    });
  }
}

/** What the server stores when `next` replaces `current`, or the status of `current`. */
export function objectForUpdate(
  definition: ResourceDefinition,
  current: KubernetesObject,
  next: KubernetesObject,
  subresource: string | undefined,
): KubernetesObject {
  if (subresource === 'status') {
    const { status: _status, ...rest } = current;
    const { managedFields } = next.metadata;
    const kept: KubernetesObject = {
      ...rest,
      metadata: {
        ...current.metadata,
        ...(managedFields !== undefined && { managedFields }),
      },
    };
    return next.status === undefined ? kept : { ...kept, status: next.status };
  }
  checkFinalizers(definition, current.metadata, next.metadata);
  const { status: _status, ...rest } = next;
  const result: KubernetesObject = {
    ...rest,
    metadata: keepServerFields(current.metadata, next.metadata),
    ...(definition.status
      ? current.status !== undefined && { status: current.status }
      : next.status !== undefined && { status: next.status }),
  };
  const changed = !isDeepStrictEqual(
    specOf(definition, current),
    specOf(definition, result),
  );
  return changed && definition.generation !== false
    ? {
        ...result,
        metadata: {
          ...result.metadata,
          generation: (current.metadata.generation ?? 0) + 1,
        },
      }
    : result;
}

/** Whether two states differ in more than who owns which field. */
export function sameState(
  left: KubernetesObject,
  right: KubernetesObject,
): boolean {
  const strip = (object: KubernetesObject) => {
    const {
      managedFields: _fields,
      resourceVersion: _revision,
      ...metadata
    } = object.metadata;
    return { ...object, metadata };
  };
  return isDeepStrictEqual(strip(left), strip(right));
}
