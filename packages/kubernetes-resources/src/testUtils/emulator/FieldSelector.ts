import { apiErrors } from './KubernetesApiError';
import type { KubernetesObject } from './KubernetesObject';
import { valueAt } from './KubernetesObject';
import type { ResourceDefinition } from './ResourceDefinition';

interface FieldRequirement {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

/** Kinds whose refusal names the allowed fields instead (built-in kinds without a conversion function). */
function unsupported(definition: ResourceDefinition, field: string): Error {
  return apiErrors.badRequest(
    definition.builtIn && !definition.selectableFields
      ? `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`
      : `field label not supported: ${field}`,
  );
}

function splitTerms(text: string): string[] {
  return text.split(/(?<!\\),/).filter(term => term !== '');
}

const TERM = /^([^!=]*)(==|!=|=)(.*)$/s;

function parseTerms(selector: string): FieldRequirement[] {
  const terms = splitTerms(selector);
  const obscure = terms.filter(term => !TERM.test(term)).pop();
  if (obscure !== undefined) {
    throw apiErrors.badRequest(
      `invalid selector: '${selector}'; can't understand '${obscure}'`,
    );
  }
  return terms.flatMap(term => {
    const [, field, operator, raw] = TERM.exec(term) ?? [];
    if (/(?<!\\)=/.test(raw)) {
      throw apiErrors.badRequest(
        'invalid field selector: unescaped character in value: 61',
      );
    }
    return [
      {
        field,
        equal: operator !== '!=',
        value: raw.replace(/\\(.)/g, '$1'),
      },
    ];
  });
}

function fieldText(object: KubernetesObject, field: string): string {
  const value = valueAt(object, field.split('.'));
  return value === undefined || value === null ? '' : String(value);
}

/** Values that typed kinds have where the stored object leaves the field out. */
const TYPED_DEFAULTS: Readonly<Record<string, string>> = {
  'spec.hostNetwork': 'false',
  'spec.unschedulable': 'false',
  'spec.restartPolicy': 'Always',
  'spec.schedulerName': 'default-scheduler',
  'spec.serviceAccountName': 'default',
};

/** Compiles a field selector. @throws a 400 for fields the resource does not support. */
export function parseFieldSelector(
  text: string,
  definition: ResourceDefinition,
): (object: KubernetesObject) => boolean {
  const allowed = [
    'metadata.name',
    ...(definition.namespaced || definition.builtIn
      ? ['metadata.namespace']
      : []),
    ...(definition.selectableFields ?? []),
  ];
  const requirements = parseTerms(text);
  for (const { field } of requirements) {
    if (!allowed.includes(field)) {
      throw unsupported(definition, field);
    }
  }
  return object =>
    requirements.every(({ field, equal, value }) => {
      const actual = fieldText(object, field);
      const effective =
        actual === '' && definition.builtIn
          ? TYPED_DEFAULTS[field] ?? ''
          : actual;
      return (effective === value) === equal;
    });
}
