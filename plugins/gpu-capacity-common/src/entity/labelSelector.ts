/**
 * A requirement on one label.
 *
 * @public
 */
export type LabelRequirement =
  | {
      readonly operator: 'in';
      readonly key: string;
      readonly values: readonly string[];
    }
  | {
      readonly operator: 'not-in';
      readonly key: string;
      readonly values: readonly string[];
    }
  | { readonly operator: 'exists'; readonly key: string }
  | { readonly operator: 'not-exists'; readonly key: string };

interface SyntaxRule {
  readonly pattern: RegExp;
  requirement(match: RegExpExecArray): LabelRequirement;
}

const KEY = '([A-Za-z0-9][-A-Za-z0-9_./]*)';
const VALUE = '([-A-Za-z0-9_.]*)';

const SYNTAX: readonly SyntaxRule[] = [
  {
    pattern: new RegExp(`^${KEY}\\s*!=\\s*${VALUE}$`),
    requirement: ([, key, value]) => ({
      operator: 'not-in',
      key,
      values: [value],
    }),
  },
  {
    pattern: new RegExp(`^${KEY}\\s*==?\\s*${VALUE}$`),
    requirement: ([, key, value]) => ({ operator: 'in', key, values: [value] }),
  },
  {
    pattern: new RegExp(`^${KEY}\\s+in\\s+\\(([^()]*)\\)$`),
    requirement: ([, key, values]) => ({
      operator: 'in',
      key,
      values: list(values),
    }),
  },
  {
    pattern: new RegExp(`^${KEY}\\s+notin\\s+\\(([^()]*)\\)$`),
    requirement: ([, key, values]) => ({
      operator: 'not-in',
      key,
      values: list(values),
    }),
  },
  {
    pattern: new RegExp(`^!\\s*${KEY}$`),
    requirement: ([, key]) => ({ operator: 'not-exists', key }),
  },
  {
    pattern: new RegExp(`^${KEY}$`),
    requirement: ([, key]) => ({ operator: 'exists', key }),
  },
];

/**
 * Reads a label selector in the syntax of `kubectl --selector`.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @returns the requirements, all of which must hold, or `undefined` where the text is no selector
 *
 * @public
 */
export function parseLabelSelector(
  text: string,
): readonly LabelRequirement[] | undefined {
  const requirements: LabelRequirement[] = [];
  // Commas inside parentheses separate values, not requirements.
  for (const part of text.split(/,(?![^()]*\))/)) {
    const term = part.trim();
    if (!term) continue;
    const rule = SYNTAX.find(({ pattern }) => pattern.test(term));
    const match = rule?.pattern.exec(term);
    if (!rule || !match) return undefined;
    requirements.push(rule.requirement(match));
  }
  return requirements;
}

/**
 * Whether labels meet all requirements. As in Kubernetes, `!=` and `notin` also hold where the label is missing.
 *
 * @public
 */
export function matchesLabels(
  requirements: readonly LabelRequirement[],
  labels: Readonly<Record<string, string>>,
): boolean {
  return requirements.every(requirement => {
    const value = labels[requirement.key];
    switch (requirement.operator) {
      case 'in':
        return value !== undefined && requirement.values.includes(value);
      case 'not-in':
        return value === undefined || !requirement.values.includes(value);
      case 'exists':
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
}

function list(text: string): string[] {
  return text.split(',').map(value => value.trim());
}
