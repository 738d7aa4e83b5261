import type { Clock } from './Clock';
import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, isKubernetesObject } from './KubernetesObject';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { timestamp } from './objectTransitions';
import {
  mediaTypeOf,
  readApplyPatch,
  readJsonPatch,
  readMergePatch,
} from './RequestBody';
import type { ResourceRequest } from './ResourceEndpoint';
import type { ResourceStore } from './ResourceStore';
import { applyConfiguration } from './serverSideApply';
import { invalidOptions, readWriteOptions } from './writeOptions';

type PatchRequest = ResourceRequest & { readonly name: string };

interface PatchResult {
  readonly object: KubernetesObject;
  readonly created: boolean;
}

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';

function checkPatched(
  current: KubernetesObject,
  patched: unknown,
  request: PatchRequest,
): KubernetesObject {
  const { definition, name } = request;
  if (!isKubernetesObject(patched)) {
    throw apiErrors.unprocessable();
  }
  if (patched.metadata.name !== name) {
    throw apiErrors.badRequest(
      `the name of the object (${patched.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const { uid } = patched.metadata;
  if (uid !== current.metadata.uid) {
    const cause = {
      reason: 'FieldValueInvalid',
      message: `Invalid value: "${uid}": field is immutable`,
      field: 'metadata.uid',
    };
    throw apiErrors.invalid({
      kind: definition.kind,
      group: definition.group,
      name,
      // The real server validates twice and lists the cause twice.
      causes: [cause, cause],
    });
  }
  return patched;
}

/** The function that a patch body describes. Strategic patches merge lists as a whole here, unlike the real server. */
function readChange(
  request: PatchRequest,
): (current: KubernetesObject) => unknown {
  const { definition, body, headers } = request;
  const mediaType = mediaTypeOf(headers['content-type']);
  if (mediaType === JSON_PATCH) {
    const patch = readJsonPatch(body);
    return current => jsonPatch(current, patch);
  }
  if (
    mediaType === MERGE_PATCH ||
    (mediaType === STRATEGIC_PATCH && definition.builtIn)
  ) {
    const patch = readMergePatch(body);
    return current => mergePatch(current, patch);
  }
  throw apiErrors.unsupportedMediaType(
    [
      JSON_PATCH,
      MERGE_PATCH,
      ...(definition.builtIn ? [STRATEGIC_PATCH] : []),
      APPLY_PATCH,
    ].join(', '),
  );
}

function apply(
  store: ResourceStore,
  clock: Clock,
  request: PatchRequest,
): PatchResult {
  const { definition, namespace, name, query, subresource } = request;
  const manager = query.get('fieldManager');
  if (!manager) {
    throw invalidOptions('PatchOptions', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  const { fieldManager: _manager, ...options } = readWriteOptions(
    'PatchOptions',
    query,
    request.headers,
    request.user,
  );
  const applied = readApplyPatch(request.body, definition, name);
  const current = store.get(definition, { namespace, name });
  const by = {
    manager,
    force: query.get('force') === 'true',
    subresource,
    time: timestamp(clock.now()),
  };
  const { resourceVersion } = applied.metadata;
  if (current) {
    const object = store.modify(
      definition,
      { namespace, name },
      live => {
        if (
          resourceVersion !== undefined &&
          resourceVersion !== live.metadata.resourceVersion
        ) {
          throw apiErrors.conflict(definition, name);
        }
        return checkPatched(
          live,
          applyConfiguration(live, applied, by),
          request,
        );
      },
      { ...options, subresource },
    );
    return { object, created: false };
  }
  if (subresource || resourceVersion !== undefined) {
    throw apiErrors.notFound(definition, name);
  }
  const input = applyConfiguration(undefined, applied, by);
  const object = store.create(
    definition,
    { ...input, metadata: { ...input.metadata, namespace } },
    options,
  );
  return { object, created: true };
}

/** Merge patch, JSON patch, server-side apply. */
export function patchObject(
  store: ResourceStore,
  clock: Clock,
  request: PatchRequest,
): PatchResult {
  const { definition, namespace, name, query, subresource } = request;
  if (mediaTypeOf(request.headers['content-type']) === APPLY_PATCH) {
    return apply(store, clock, request);
  }
  const options = readWriteOptions(
    'PatchOptions',
    query,
    request.headers,
    request.user,
  );
  if (query.has('force')) {
    throw invalidOptions('PatchOptions', [
      {
        reason: 'FieldValueForbidden',
        message: 'Forbidden: may not be specified for non-apply patch',
        field: 'force',
      },
    ]);
  }
  const change = readChange(request);
  const object = store.modify(
    definition,
    { namespace, name },
    current => {
      const patched = change(current);
      return checkPatched(
        current,
        isJsonObject(patched) ? patched : {},
        request,
      );
    },
    { ...options, subresource },
  );
  return { object, created: false };
}
