import { isDeepStrictEqual } from 'node:util';
import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { apiErrors } from './KubernetesApiError';
import { isJsonObject } from './KubernetesObject';

type Container = JsonObject | JsonArray;

function tokensOf(pointer: JsonValue | undefined): readonly string[] {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) {
    throw apiErrors.unprocessable();
  }
  return pointer
    .slice(1)
    .split('/')
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function childOf(container: JsonValue | undefined, token: string) {
  if (Array.isArray(container)) {
    return container[Number(token)];
  }
  return isJsonObject(container) ? container[token] : undefined;
}

function parentOf(root: JsonObject, tokens: readonly string[]): Container {
  let current: JsonValue | undefined = root;
  for (const token of tokens.slice(0, -1)) {
    current = childOf(current, token);
  }
  if (Array.isArray(current) || isJsonObject(current)) {
    return current;
  }
  throw apiErrors.unprocessable();
}

function read(root: JsonObject, tokens: readonly string[]): JsonValue {
  const value = childOf(parentOf(root, tokens), tokens[tokens.length - 1]);
  if (value === undefined) {
    throw apiErrors.unprocessable();
  }
  return value;
}

function add(root: JsonObject, tokens: readonly string[], value: JsonValue) {
  const parent = parentOf(root, tokens);
  const last = tokens[tokens.length - 1];
  if (!Array.isArray(parent)) {
    parent[last] = value;
    return;
  }
  const index = last === '-' ? parent.length : Number(last);
  if (!Number.isInteger(index) || index < 0 || index > parent.length) {
    throw apiErrors.unprocessable();
  }
  parent.splice(index, 0, value);
}

function remove(root: JsonObject, tokens: readonly string[]): JsonValue {
  const value = read(root, tokens);
  const parent = parentOf(root, tokens);
  const last = tokens[tokens.length - 1];
  if (Array.isArray(parent)) {
    parent.splice(Number(last), 1);
  } else {
    delete parent[last];
  }
  return value;
}

function valueOf(operation: JsonObject): JsonValue {
  if (operation.value === undefined) {
    throw apiErrors.unprocessable();
  }
  return structuredClone(operation.value);
}

const OPERATIONS: Readonly<
  Record<string, (root: JsonObject, operation: JsonObject) => void>
> = {
  add: (root, operation) =>
    add(root, tokensOf(operation.path), valueOf(operation)),
  remove: (root, operation) => {
    remove(root, tokensOf(operation.path));
  },
  replace: (root, operation) => {
    remove(root, tokensOf(operation.path));
    add(root, tokensOf(operation.path), valueOf(operation));
  },
  move: (root, operation) =>
    add(root, tokensOf(operation.path), remove(root, tokensOf(operation.from))),
  copy: (root, operation) =>
    add(
      root,
      tokensOf(operation.path),
      structuredClone(read(root, tokensOf(operation.from))),
    ),
  test: (root, operation) => {
    if (
      !isDeepStrictEqual(read(root, tokensOf(operation.path)), operation.value)
    ) {
      throw apiErrors.unprocessable();
    }
  },
};

/** RFC 6902. @throws a 422 without details, as the real server does, where an operation cannot be done. */
export function jsonPatch(target: JsonObject, patch: JsonArray): JsonObject {
  const root = structuredClone(target);
  for (const operation of patch) {
    const apply =
      isJsonObject(operation) && typeof operation.op === 'string'
        ? OPERATIONS[operation.op]
        : undefined;
    if (!apply || !isJsonObject(operation)) {
      throw apiErrors.unprocessable();
    }
    apply(root, operation);
  }
  return root;
}
