import type { JsonObject } from '@backstage/types';
import type { ResourceDefinition } from './ResourceDefinition';
import { qualifiedResource } from './ResourceDefinition';

/** One entry of `details.causes`. */
export interface FieldCause {
  readonly reason: string;
  /** With its leading category, for example `Forbidden: …`. */
  readonly message: string;
  readonly field: string;
}

/**
 * An answer of the API that is not a success: a `Status` body, or plain text where the real server sends that.
 *
 * @public
 */
export class KubernetesApiError extends Error {
  readonly code: number;
  readonly status: JsonObject | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    readonly code: number;
    readonly message: string;
    readonly reason?: string;
    readonly details?: JsonObject;
    readonly metadata?: JsonObject;
    readonly headers?: Readonly<Record<string, string>>;
    readonly plainText?: boolean;
  }) {
    super(options.message);
    this.name = 'KubernetesApiError';
    this.code = options.code;
    this.headers = options.headers ?? {};
    this.status = options.plainText
      ? undefined
      : {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: options.metadata ?? {},
          status: 'Failure',
          message: options.message,
          ...(options.reason !== undefined && { reason: options.reason }),
          ...(options.details !== undefined && { details: options.details }),
          code: options.code,
        };
  }

  get reason(): string | undefined {
    return typeof this.status?.reason === 'string'
      ? this.status.reason
      : undefined;
  }
}

type Named = Pick<ResourceDefinition, 'group' | 'plural'>;

export function resourceDetails(
  definition: { readonly group: string; readonly plural: string },
  name?: string,
): JsonObject {
  return {
    ...(name && { name }),
    ...(definition.group && { group: definition.group }),
    kind: definition.plural,
  };
}

export const apiErrors = {
  badRequest: (message: string) =>
    new KubernetesApiError({ code: 400, message, reason: 'BadRequest' }),

  unauthorized: () =>
    new KubernetesApiError({
      code: 401,
      message: 'Unauthorized',
      reason: 'Unauthorized',
    }),

  forbidden: (message: string, details: JsonObject) =>
    new KubernetesApiError({
      code: 403,
      message,
      reason: 'Forbidden',
      details,
    }),

  notFound: (definition: Named, name: string) =>
    new KubernetesApiError({
      code: 404,
      message: `${qualifiedResource(definition)} "${name}" not found`,
      reason: 'NotFound',
      details: resourceDetails(definition, name),
    }),

  noSuchResource: () =>
    new KubernetesApiError({
      code: 404,
      message: 'the server could not find the requested resource',
      reason: 'NotFound',
      details: {},
    }),

  pageNotFound: () =>
    new KubernetesApiError({
      code: 404,
      message: '404 page not found\n',
      plainText: true,
    }),

  methodNotAllowed: () =>
    new KubernetesApiError({
      code: 405,
      message:
        'the server does not allow this method on the requested resource',
      reason: 'MethodNotAllowed',
      details: {},
    }),

  verbNotSupported: (definition: Named, verb: string) =>
    new KubernetesApiError({
      code: 405,
      message: `${verb} is not supported on resources of kind "${qualifiedResource(
        definition,
      )}"`,
      reason: 'MethodNotAllowed',
      details: resourceDetails(definition),
    }),

  notAcceptable: (
    message = 'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  ) => new KubernetesApiError({ code: 406, message, reason: 'NotAcceptable' }),

  alreadyExists: (definition: Named, name: string) =>
    new KubernetesApiError({
      code: 409,
      message: `${qualifiedResource(definition)} "${name}" already exists`,
      reason: 'AlreadyExists',
      details: resourceDetails(definition, name),
    }),

  conflict: (
    definition: Named,
    name: string,
    why = 'the object has been modified; please apply your changes to the latest version and try again',
  ) =>
    new KubernetesApiError({
      code: 409,
      message: `Operation cannot be fulfilled on ${qualifiedResource(
        definition,
      )} "${name}": ${why}`,
      reason: 'Conflict',
      details: resourceDetails(definition, name),
    }),

  preconditionFailed: (
    definition: Pick<ResourceDefinition, 'group' | 'plural' | 'kind'>,
    name: string,
    mismatch: string,
    uid: boolean,
  ) => {
    const kind = definition.group
      ? `${definition.kind}.${definition.group}`
      : definition.kind;
    const consequence = uid
      ? 'The object might have been deleted and then recreated'
      : 'The object might have been modified';
    return new KubernetesApiError({
      code: 409,
      message: `Operation cannot be fulfilled on ${kind} "${name}": ${mismatch} ${consequence}`,
      reason: 'Conflict',
      details: {
        name,
        ...(definition.group && { group: definition.group }),
        kind: definition.kind,
      },
    });
  },

  expired: (message: string, metadata?: JsonObject) =>
    new KubernetesApiError({
      code: 410,
      message,
      reason: 'Expired',
      metadata,
    }),

  unsupportedMediaType: (accepted: string) =>
    new KubernetesApiError({
      code: 415,
      message: `the body of the request was in an unknown format - accepted media types include: ${accepted}`,
      reason: 'UnsupportedMediaType',
    }),

  invalid: (options: {
    readonly kind: string;
    readonly group: string;
    readonly name: string;
    readonly causes: readonly FieldCause[];
  }) => {
    const texts = [
      ...new Set(
        options.causes.map(cause => `${cause.field}: ${cause.message}`),
      ),
    ];
    const text = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
    const kind = options.group
      ? `${options.kind}.${options.group}`
      : options.kind;
    return new KubernetesApiError({
      code: 422,
      message: `${kind} "${options.name}" is invalid: ${text}`,
      reason: 'Invalid',
      details: {
        ...(options.name && { name: options.name }),
        ...(options.group && { group: options.group }),
        ...(options.kind && { kind: options.kind }),
        causes: options.causes.map(cause => ({ ...cause })),
      },
    });
  },

  unprocessable: () =>
    new KubernetesApiError({
      code: 422,
      message: 'the server rejected our request due to an error in our request',
      reason: 'Invalid',
      details: {},
    }),

  internal: (message: string) => new KubernetesApiError({ code: 500, message }),

  futureRevision: (wanted: number, current: number) =>
    new KubernetesApiError({
      code: 504,
      message: `Timeout: Too large resource version: ${wanted}, current: ${current}`,
      reason: 'Timeout',
      details: {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
          },
        ],
        retryAfterSeconds: 1,
      },
      headers: { 'Retry-After': '1' },
    }),
};
