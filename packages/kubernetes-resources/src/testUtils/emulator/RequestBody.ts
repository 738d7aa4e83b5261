import type { IncomingMessage } from 'node:http';
import { toError } from '@backstage/errors';
import type { JsonArray, JsonObject } from '@backstage/types';
import { parse as parseYaml } from 'yaml';
import { apiErrors, KubernetesApiError } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { isJsonObject, isKubernetesObject } from './KubernetesObject';
import type { ResourceDefinition } from './ResourceDefinition';
import { apiVersionOf } from './ResourceDefinition';

const LIMIT_BYTES = 3 * 1024 * 1024;

/** @throws a 413 above 3 MiB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > LIMIT_BYTES) {
      throw new KubernetesApiError({
        code: 413,
        message: `Request entity too large: limit is ${LIMIT_BYTES}`,
        reason: 'RequestEntityTooLarge',
      });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function mediaTypeOf(header: string | undefined): string {
  return (header ?? '').split(';')[0].trim().toLowerCase();
}

/** The Go runtime's words for what V8 reports. */
function jsonErrorText(text: string): string {
  const trimmed = text.trim();
  const first = trimmed.slice(0, 1);
  return /^[[{"]/.test(first) || trimmed === ''
    ? 'unexpected end of JSON input'
    : `invalid character '${first}' looking for beginning of value`;
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: jsonErrorText(text) };
  }
}

function excerpt(text: string): string {
  if (text === '') {
    return '<empty>';
  }
  return text.length > 30 ? `${text.slice(0, 30)} ...` : text;
}

/** Reads an object that is to be created or replaced. @throws a 400 or 415 with the text of the real server. */
export function readObject(
  text: string,
  contentType: string | undefined,
  definition: ResourceDefinition,
  defaultName: string | undefined,
): KubernetesObject {
  const unrecognized = (why: string) =>
    apiErrors.badRequest(
      `the object provided is unrecognized (must be of type ${definition.kind}): ${why}`,
    );
  const mediaType = mediaTypeOf(contentType);
  let value: unknown;
  if (mediaType === 'application/yaml') {
    value = parseYamlText(text);
  } else if (mediaType === 'application/json' || mediaType === '') {
    const parsed = parseJson(text);
    if ('problem' in parsed) {
      throw unrecognized(
        `couldn't get version/kind; json parse error: ${
          parsed.problem
        } (${excerpt(text)})`,
      );
    }
    value = parsed.value;
  } else {
    throw apiErrors.unsupportedMediaType(
      'application/json, application/yaml, application/vnd.kubernetes.protobuf',
    );
  }
  if (!isJsonObject(value)) {
    throw unrecognized(
      "couldn't get version/kind; json parse error: json: cannot unmarshal into Go value",
    );
  }
  return checkObject(value, text, definition, defaultName, unrecognized);
}

function checkObject(
  value: JsonObject,
  text: string,
  definition: ResourceDefinition,
  defaultName: string | undefined,
  unrecognized: (why: string) => Error,
): KubernetesObject {
  const expected = apiVersionOf(definition);
  if (!definition.builtIn && typeof value.kind !== 'string') {
    throw unrecognized(
      `Object 'Kind' is missing in '${text}' (${excerpt(text)})`,
    );
  }
  const apiVersion = value.apiVersion ?? expected;
  if (apiVersion !== expected) {
    throw apiErrors.badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  const metadata = isJsonObject(value.metadata) ? value.metadata : {};
  const object = {
    ...value,
    apiVersion: expected,
    kind: definition.kind,
    metadata: { ...metadata, name: metadata.name ?? defaultName ?? '' },
  };
  if (!isKubernetesObject(object)) {
    throw apiErrors.badRequest(
      `${definition.kind} in version "${definition.version}" cannot be handled as a ${definition.kind}: metadata is malformed`,
    );
  }
  return object;
}

function parseYamlText(text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw apiErrors.badRequest(
      `error converting YAML to JSON: ${toError(error).message}`,
    );
  }
}

export function readMergePatch(text: string): JsonObject {
  const parsed = parseJson(text);
  if ('problem' in parsed) {
    throw apiErrors.badRequest(`error decoding patch: ${parsed.problem}`);
  }
  if (!isJsonObject(parsed.value)) {
    throw apiErrors.badRequest(
      'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  }
  return parsed.value;
}

export function readJsonPatch(text: string): JsonArray {
  const parsed = parseJson(text);
  if ('problem' in parsed) {
    throw apiErrors.badRequest(`error decoding patch: ${parsed.problem}`);
  }
  if (!Array.isArray(parsed.value)) {
    throw apiErrors.badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  return parsed.value;
}

/** The applied configuration: YAML, of which JSON is a subset. */
export function readApplyPatch(
  text: string,
  definition: ResourceDefinition,
  name: string,
): KubernetesObject {
  const value = parseYamlText(text);
  if (!isJsonObject(value)) {
    throw apiErrors.badRequest('error decoding YAML: not an object');
  }
  if (isJsonObject(value.metadata) && value.metadata.managedFields) {
    throw apiErrors.badRequest('metadata.managedFields must be nil');
  }
  return checkObject(value, text, definition, name, why =>
    apiErrors.badRequest(why),
  );
}
