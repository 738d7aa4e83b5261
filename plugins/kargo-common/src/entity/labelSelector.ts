/**
 * Whether an object with these labels is selected.
 *
 * @public
 */
export type LabelSelector = (
  labels: Readonly<Record<string, string>>,
) => boolean;

interface Requirement {
  readonly pattern: RegExp;
  /** @param values - what stands behind the operator; empty where nothing does */
  readonly selects: (
    value: string | undefined,
    values: readonly string[],
  ) => boolean;
}

const KEY =
  '(?<key>(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9](?:[-\\w.]{0,61}[A-Za-z0-9])?)';
const VALUE = '(?:[A-Za-z0-9](?:[-\\w.]{0,61}[A-Za-z0-9])?)?';
const SET = `\\(\\s*(?<values>${VALUE}(?:\\s*,\\s*${VALUE})*)\\s*\\)`;

/** What is not there is not equal to anything, as with kubectl. */
const REQUIREMENTS: readonly Requirement[] = [
  {
    pattern: new RegExp(`^${KEY}$`),
    selects: value => value !== undefined,
  },
  {
    pattern: new RegExp(`^!\\s*${KEY}$`),
    selects: value => value === undefined,
  },
  {
    pattern: new RegExp(`^${KEY}\\s*==?\\s*(?<values>${VALUE})$`),
    selects: (value, [wanted]) => value === wanted,
  },
  {
    pattern: new RegExp(`^${KEY}\\s*!=\\s*(?<values>${VALUE})$`),
    selects: (value, [unwanted]) => value !== unwanted,
  },
  {
    pattern: new RegExp(`^${KEY}\\s+in\\s*${SET}$`),
    selects: (value, wanted) => value !== undefined && wanted.includes(value),
  },
  {
    pattern: new RegExp(`^${KEY}\\s+notin\\s*${SET}$`),
    selects: (value, unwanted) =>
      value === undefined || !unwanted.includes(value),
  },
];

/**
 * Reads a label selector in the form in which `kubectl --selector` takes it; `undefined` where it is none.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @public
 */
export function readLabelSelector(text: string): LabelSelector | undefined {
  // Commas within parentheses separate values.
  const selectors = text
    .split(/,(?![^(]*\))/)
    .map(part => readRequirement(part.trim()));
  if (selectors.some(selector => selector === undefined)) return undefined;
  return labels => selectors.every(selector => selector?.(labels));
}

function readRequirement(text: string): LabelSelector | undefined {
  for (const { pattern, selects } of REQUIREMENTS) {
    const groups = pattern.exec(text)?.groups;
    if (groups) {
      const { key, values = '' } = groups;
      const wanted = values.split(',').map(value => value.trim());
      return labels =>
        selects(Object.hasOwn(labels, key) ? labels[key] : undefined, wanted);
    }
  }
  return undefined;
}
