import { z } from 'zod/v4';
import { declaredExpiry } from '../declaredExpiry';
import {
  groupOf,
  objectKey,
  type KubernetesObjectRef,
} from '../KubernetesObjectRef';
import type { Labels } from '../labelSelector';
import { readAll } from '../readAll';
import { SYSTEM_NAMESPACES } from '../systemNamespaces';
import { readObject, type Readable } from '../unreadable';
import { readWorkload } from '../Workload';
import { readNamespace } from '../WorkloadNamespace';
import { exceptionReader } from './exceptionReaders';
import type { ExceptionReading, ExceptionScope } from './ExceptionScope';
import type {
  PassedOverException,
  PolicyException,
  PolicyExceptionContext,
  PolicyExceptionFindings,
} from './PolicyException';
import {
  coversOnlySystem,
  populationOf,
  weighScope,
  type Population,
} from './weighScope';

/**
 * Annotations that hold the reason of an exception.
 *
 * @public
 */
export const DEFAULT_REASON_ANNOTATIONS: readonly string[] = [
  'platform-scorecard/reason',
  'policies.kyverno.io/description',
];

const metadataSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().nullish(),
    uid: z.string().nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
    creationTimestamp: z.iso.datetime({ offset: true }).nullish(),
  }),
});

/** An object with what its reader made of it. */
interface ReadException {
  readonly ref: KubernetesObjectRef;
  readonly annotations: Labels;
  readonly createdAt: string | undefined;
  readonly reading: ExceptionReading;
}

/**
 * Where policies do not bind, in one model for Kyverno, Gatekeeper, pod security and validating admission policies, each
 * weighed by the workloads that it covers now.
 *
 * @param objects - of one cluster: PolicyExceptions of `kyverno.io` and `policies.kyverno.io`, the Config and the
 * constraints of Gatekeeper, Namespaces and ValidatingAdmissionPolicyBindings; others are passed over
 *
 * @public
 */
export function findPolicyExceptions(
  objects: readonly unknown[],
  context: PolicyExceptionContext,
): PolicyExceptionFindings {
  const workloads = readAll(context.workloads, readWorkload);
  const namespaces = readAll(context.namespaces, readNamespace);
  const population = populationOf(
    workloads.values,
    namespaces.values,
    context.ignoredNamespaces ?? SYSTEM_NAMESPACES,
  );
  const read = readAll(objects, readException);
  const exceptions: PolicyException[] = [];
  const passedOver: PassedOverException[] = [];
  for (const { reading, ...object } of read.values) {
    const { kind, name } = object.ref;
    if ('rule' in reading) {
      passedOver.push({ object: `${kind} ${name}`, ...reading });
    } else {
      for (const scope of reading.scopes) {
        if (coversOnlySystem(scope, population)) {
          passedOver.push({
            object: `${kind} ${name}`,
            rule: 'system-components',
            why: `${scope.covers}: no team delivers there`,
          });
        } else {
          exceptions.push(exceptionOf(object, scope, population, context));
        }
      }
    }
  }
  return {
    exceptions,
    passedOver,
    unreadable: [
      ...read.unreadable,
      ...workloads.unreadable,
      ...namespaces.unreadable,
    ],
  };
}

function readException(object: unknown): Readable<ReadException> {
  const read = readObject(metadataSchema, object);
  if (!read.ok) {
    return read;
  }
  const { apiVersion, kind, metadata } = read.value;
  const reading = exceptionReader(groupOf(apiVersion), kind)?.read(object) ?? {
    ok: true,
    value: { rule: 'other-kind', why: 'objects of this kind except nothing' },
  };
  if (!reading.ok) {
    return reading;
  }
  const { annotations, creationTimestamp, namespace, name, uid } = metadata;
  return {
    ok: true,
    value: {
      ref: {
        uid: uid ?? undefined,
        apiVersion,
        kind,
        namespace: namespace ?? undefined,
        name,
      },
      annotations: annotations ?? {},
      createdAt: creationTimestamp
        ? new Date(creationTimestamp).toISOString()
        : undefined,
      reading: reading.value,
    },
  };
}

function exceptionOf(
  { ref, annotations, createdAt }: Omit<ReadException, 'reading'>,
  scope: ExceptionScope,
  population: Population,
  context: PolicyExceptionContext,
): PolicyException {
  const { system, effect, policies, covers, part } = scope;
  const declared = declaredExpiry(annotations, context.expiryAnnotations);
  const expiresAt =
    scope.expiresAt ??
    (declared.kind === 'at' ? declared.expiresAt : undefined);
  const isOver =
    expiresAt !== undefined &&
    Date.parse(expiresAt) <= Date.parse(context.observedAt);
  const isHeeded = scope.expiresAt !== undefined;
  const reasonKey = (
    context.reasonAnnotations ?? DEFAULT_REASON_ANNOTATIONS
  ).find(key => annotations[key]);
  return {
    id: [objectKey(ref), 'exception', ...(part ? [part] : [])].join(':'),
    system,
    kind: ref.kind,
    name: ref.name,
    namespace: ref.namespace,
    effect,
    policies,
    covers,
    reason:
      scope.reason ??
      (reasonKey === undefined ? undefined : annotations[reasonKey]),
    createdAt,
    expiresAt,
    state: stateOf(isOver, isHeeded),
    weight:
      isOver && isHeeded
        ? { workloads: 0, exact: true }
        : weighScope(scope, population),
  };
}

function stateOf(isOver: boolean, isHeeded: boolean): PolicyException['state'] {
  if (!isOver) {
    return 'in-force';
  }
  return isHeeded ? 'expired' : 'overdue';
}
