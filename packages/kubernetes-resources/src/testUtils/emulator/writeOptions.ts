import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod/v4';
import type { FieldCause } from './KubernetesApiError';
import { apiErrors } from './KubernetesApiError';
import { isJsonObject } from './KubernetesObject';
import type { DeleteOptions, WriteOptions } from './ResourceStore';
import type { UserInfo } from './UserInfo';

type OptionsKind =
  | 'CreateOptions'
  | 'UpdateOptions'
  | 'PatchOptions'
  | 'DeleteOptions';

const VALIDATIONS = ['', 'Ignore', 'Strict', 'Warn'];
const PROPAGATIONS = ['Foreground', 'Background', 'Orphan'];
const MAX_MANAGER_BYTES = 128;

function unsupported(field: string, value: string, supported: string) {
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${value}: supported values: ${supported}`,
    field,
  };
}

function causesOf(query: URLSearchParams): FieldCause[] {
  const dryRun = query.get('dryRun');
  const validation = query.get('fieldValidation') ?? '';
  const propagation = query.get('propagationPolicy');
  const manager = query.get('fieldManager') ?? '';
  return [
    ...(dryRun && dryRun !== 'All'
      ? [unsupported('dryRun', `["${dryRun}"]`, '"All"')]
      : []),
    ...(VALIDATIONS.includes(validation)
      ? []
      : [
          unsupported(
            'fieldValidation',
            `"${validation}"`,
            '"", "Ignore", "Strict", "Warn"',
          ),
        ]),
    ...(propagation && !PROPAGATIONS.includes(propagation)
      ? [
          unsupported(
            'propagationPolicy',
            `"${propagation}"`,
            '"Foreground", "Background", "Orphan", "nil"',
          ),
        ]
      : []),
    ...(Buffer.byteLength(manager) > MAX_MANAGER_BYTES
      ? [
          {
            reason: 'FieldValueTooLong',
            message: `Too long: may not be more than ${MAX_MANAGER_BYTES} bytes`,
            field: 'fieldManager',
          },
        ]
      : []),
  ];
}

export function invalidOptions(
  kind: OptionsKind,
  causes: readonly FieldCause[],
): Error {
  return apiErrors.invalid({ kind, group: 'meta.k8s.io', name: '', causes });
}

/** Options of a write as its query and headers give them. @throws a 422. */
export function readWriteOptions(
  kind: OptionsKind,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
  user: UserInfo,
): WriteOptions & { readonly fieldManager: string } {
  const causes = causesOf(query);
  if (causes.length > 0) {
    throw invalidOptions(kind, causes);
  }
  const agent = (headers['user-agent'] ?? '').split('/')[0];
  return {
    user,
    dryRun: query.get('dryRun') === 'All',
    fieldManager: query.get('fieldManager') || agent || 'unknown',
  };
}

const deleteBodySchema = z.object({
  gracePeriodSeconds: z.number().optional(),
  dryRun: z.array(z.string()).optional(),
  preconditions: z
    .object({
      uid: z.string().optional(),
      resourceVersion: z.string().optional(),
    })
    .optional(),
});

/** Options of a delete, from the query and a `DeleteOptions` body. */
export function readDeleteOptions(
  query: URLSearchParams,
  body: string,
  write: WriteOptions,
): DeleteOptions {
  let json: unknown = {};
  try {
    json = body === '' ? {} : JSON.parse(body);
  } catch {
    throw apiErrors.badRequest('unexpected end of JSON input');
  }
  const parsed = deleteBodySchema.safeParse(isJsonObject(json) ? json : {});
  if (!parsed.success) {
    throw apiErrors.badRequest(z.prettifyError(parsed.error));
  }
  const { preconditions, gracePeriodSeconds, dryRun } = parsed.data;
  const grace = query.get('gracePeriodSeconds');
  return {
    user: write.user,
    dryRun: write.dryRun || dryRun?.includes('All'),
    uid: preconditions?.uid,
    resourceVersion: preconditions?.resourceVersion,
    gracePeriodSeconds: grace ? Number(grace) : gracePeriodSeconds,
  };
}
