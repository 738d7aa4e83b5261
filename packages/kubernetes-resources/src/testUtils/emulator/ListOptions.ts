import type { FieldCause } from './KubernetesApiError';
import { apiErrors } from './KubernetesApiError';

/** Query parameters of a list, a watch or a collection delete. */
export interface ListOptions {
  readonly limit: number;
  readonly continueToken: string | undefined;
  readonly labelSelector: string;
  readonly fieldSelector: string;
  readonly resourceVersion: string | undefined;
  readonly resourceVersionMatch: string | undefined;
  readonly sendInitialEvents: boolean | undefined;
  readonly allowWatchBookmarks: boolean;
  readonly timeoutSeconds: number;
}

function integer(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  if (text !== '' && !/^[+-]?\d+$/.test(text)) {
    throw apiErrors.badRequest(
      `strconv.ParseInt: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}

const flag = (text: string) => text !== 'false' && text !== '0';

function given(query: URLSearchParams, name: string): string | undefined {
  return query.get(name) || undefined;
}

const forbidden = (field: string, text: string): FieldCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${text}`,
  field,
});

const MATCH = 'resourceVersionMatch';

/** `ValidateListOptions` of `k8s.io/apimachinery/pkg/apis/meta/internalversion/validation`. */
function watchCauses(options: ListOptions): FieldCause[] {
  const { resourceVersionMatch: match, sendInitialEvents } = options;
  if (sendInitialEvents === undefined) {
    return match === undefined
      ? []
      : [
          forbidden(
            MATCH,
            'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
          ),
        ];
  }
  if (match === 'NotOlderThan') {
    return [];
  }
  return [
    forbidden(
      MATCH,
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    ),
    ...(match === undefined
      ? []
      : [
          {
            reason: 'FieldValueNotSupported',
            message: `Unsupported value: "${match}": supported values: "NotOlderThan"`,
            field: MATCH,
          },
        ]),
  ];
}

function listCauses(options: ListOptions): FieldCause[] {
  const { resourceVersionMatch: match, resourceVersion } = options;
  const causes: FieldCause[] = [];
  if (match !== undefined) {
    if (resourceVersion === undefined) {
      causes.push(
        forbidden(
          MATCH,
          'resourceVersionMatch is forbidden unless resourceVersion is provided',
        ),
      );
    }
    if (options.continueToken !== undefined) {
      causes.push(
        forbidden(
          MATCH,
          'resourceVersionMatch is forbidden when continue is provided',
        ),
      );
    }
    if (!['Exact', 'NotOlderThan'].includes(match)) {
      causes.push({
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: "${match}": supported values: "Exact", "NotOlderThan", ""`,
        field: MATCH,
      });
    }
    if (match === 'Exact' && resourceVersion === '0') {
      causes.push(
        forbidden(
          MATCH,
          'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
        ),
      );
    }
  }
  if (options.sendInitialEvents !== undefined) {
    causes.push(
      forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'),
    );
  }
  return causes;
}

/** @throws a 400 or 422 as the real server does. */
export function readListOptions(
  query: URLSearchParams,
  verb: 'list' | 'watch',
): ListOptions {
  const sendInitialEvents = query.get('sendInitialEvents');
  const options: ListOptions = {
    limit: integer(query, 'limit'),
    continueToken: given(query, 'continue'),
    labelSelector: query.get('labelSelector') ?? '',
    fieldSelector: query.get('fieldSelector') ?? '',
    resourceVersion: given(query, 'resourceVersion'),
    resourceVersionMatch: given(query, MATCH),
    sendInitialEvents:
      sendInitialEvents === null ? undefined : flag(sendInitialEvents),
    allowWatchBookmarks: flag(query.get('allowWatchBookmarks') ?? 'false'),
    timeoutSeconds: integer(query, 'timeoutSeconds'),
  };
  const causes = verb === 'watch' ? watchCauses(options) : listCauses(options);
  if (causes.length > 0) {
    throw apiErrors.invalid({
      kind: 'ListOptions',
      group: 'meta.k8s.io',
      name: '',
      causes,
    });
  }
  return options;
}

export function revisionNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new RangeError(
      `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}
