import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { isJsonObject } from '../api/jsonObject';
import { objectIdentity } from '../api/objectIdentity';
import type { ResourceProjection } from '../service';

const MAX_MESSAGE_LENGTH = 200;

/** What a projection makes of one object. */
type ReadItem<T> =
  | {
      readonly type: 'item';
      readonly key: string;
      readonly resourceVersion: string | undefined;
      readonly item: T;
    }
  | { readonly type: 'left-out'; readonly key: string }
  | {
      readonly type: 'malformed';
      readonly key: string;
      readonly message: string;
    }
  | { readonly type: 'nameless'; readonly message: string };

export function readItem<T>(
  object: unknown,
  projection: ResourceProjection<T>,
): ReadItem<T> {
  const identity = isJsonObject(object) ? objectIdentity(object) : undefined;
  if (!identity || !isJsonObject(object)) {
    return { type: 'nameless', message: 'It has no name.' };
  }
  return { ...trimItem(object, projection), ...identity };
}

function trimItem<T>(
  object: JsonObject,
  projection: ResourceProjection<T>,
):
  | { readonly type: 'item'; readonly item: T }
  | { readonly type: 'left-out' }
  | { readonly type: 'malformed'; readonly message: string } {
  try {
    const item = projection.trim(object);
    return item === undefined ? { type: 'left-out' } : { type: 'item', item };
  } catch (error) {
    const message = isError(error) ? error.message : 'unknown error';
    return { type: 'malformed', message: message.slice(0, MAX_MESSAGE_LENGTH) };
  }
}
