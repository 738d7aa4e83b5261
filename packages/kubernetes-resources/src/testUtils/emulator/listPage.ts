import { toError } from '@backstage/errors';
import { decodeContinueToken, encodeContinueToken } from './ContinueToken';
import { parseFieldSelector } from './FieldSelector';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './LabelSelector';
import type { ListOptions } from './ListOptions';
import { revisionNumber } from './ListOptions';
import type { ResourceDefinition } from './ResourceDefinition';
import type { ResourceStore } from './ResourceStore';
import type { TableSnapshot } from './ResourceTable';

/** One page of a list. */
interface ListPage {
  readonly items: readonly KubernetesObject[];
  readonly metadata: {
    readonly resourceVersion: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
  };
}

interface Position {
  readonly snapshot: TableSnapshot;
  readonly revision: number;
  readonly start: string;
}

const EXPIRED_TOKEN =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** First index whose key is not below `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function positionOfToken(
  store: ResourceStore,
  definition: ResourceDefinition,
  options: ListOptions,
  text: string,
): Position {
  const token = decodeContinueToken(text);
  if (
    options.resourceVersion !== undefined &&
    options.resourceVersion !== '0'
  ) {
    throw apiErrors.badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  const table = store.table(definition);
  if (token.revision === -1) {
    return {
      snapshot: table.current(),
      revision: store.revision,
      start: token.start,
    };
  }
  const snapshot = table.at(token.revision);
  if (!snapshot) {
    throw apiErrors.expired(EXPIRED_TOKEN, {
      continue: encodeContinueToken({ revision: -1, start: token.start }),
    });
  }
  return { snapshot, revision: token.revision, start: token.start };
}

function firstPosition(
  store: ResourceStore,
  definition: ResourceDefinition,
  options: ListOptions,
): Position {
  const table = store.table(definition);
  const { resourceVersion, resourceVersionMatch, limit } = options;
  let wanted: number;
  try {
    wanted = revisionNumber(resourceVersion ?? '0');
  } catch (error) {
    throw apiErrors.badRequest(
      `invalid resource version: ${toError(error).message}`,
    );
  }
  if (wanted > store.revision) {
    throw apiErrors.futureRevision(wanted, store.revision);
  }
  const exact =
    wanted > 0 &&
    (resourceVersionMatch === 'Exact' ||
      (resourceVersionMatch === undefined && limit > 0));
  const snapshot = exact ? table.at(wanted) : table.current();
  if (!snapshot) {
    throw apiErrors.expired(
      'The resourceVersion for the provided list is too old.',
    );
  }
  return { snapshot, revision: exact ? wanted : store.revision, start: '' };
}

/** Selects, pages and versions a list as the watch cache of the real server does. */
export function readListPage(
  store: ResourceStore,
  definition: ResourceDefinition,
  namespace: string | undefined,
  options: ListOptions,
): ListPage {
  const matchesLabels = parseLabelSelector(options.labelSelector);
  const matchesFields = parseFieldSelector(options.fieldSelector, definition);
  const { snapshot, revision, start } =
    options.continueToken === undefined
      ? firstPosition(store, definition, options)
      : positionOfToken(store, definition, options, options.continueToken);

  const prefix = namespace === undefined ? '' : `${namespace}/`;
  const keys = snapshot.sortedKeys;
  const end = prefix === '' ? keys.length : lowerBound(keys, `${prefix}\uffff`);
  // A list at resourceVersion=0 ignores the limit: it is served from the cache as a whole.
  const limit = options.resourceVersion === '0' ? 0 : options.limit;
  const items: KubernetesObject[] = [];
  let index = lowerBound(keys, prefix + start);
  for (; index < end && !(limit > 0 && items.length >= limit); index++) {
    const object = snapshot.objects.get(keys[index]);
    if (
      object &&
      matchesLabels(object.metadata.labels) &&
      matchesFields(object)
    ) {
      items.push(object);
    }
  }
  const selective =
    options.labelSelector !== '' || options.fieldSelector !== '';
  const more = index < end;
  return {
    items,
    metadata: {
      resourceVersion: String(revision),
      ...(more && {
        continue: encodeContinueToken({
          revision,
          start: `${keys[index - 1].slice(prefix.length)}\0`,
        }),
        ...(!selective && { remainingItemCount: end - index }),
      }),
    },
  };
}
