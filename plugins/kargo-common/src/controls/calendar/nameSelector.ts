import { z } from 'zod/v4';
import { matchesGlob } from './calendarScope';

/** Whether something is selected; `unreadable` where the selector says it in a way that cannot be followed here. */
export type Selection = 'yes' | 'no' | 'unreadable';

const expressionSchema = z.object({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).nullish(),
});

/**
 * `stageSelector` and `projectSelector` of a promotion window.
 *
 * @see akuity/kargo api/v1alpha1/project_config_types.go, PromotionPolicySelector
 */
export const selectorSchema = z.object({
  name: z.string().optional(),
  matchLabels: z.record(z.string(), z.string()).nullish(),
  matchExpressions: z.array(expressionSchema).nullish(),
});

type Labels = Readonly<Record<string, string>>;

/** Whether a selector of Kargo selects an object; all of its parts must. */
export function selects(
  selector: z.infer<typeof selectorSchema>,
  object: { readonly name: string; readonly labels: Labels },
): Selection {
  return every([
    selector.name ? selectsName(selector.name, object.name) : 'yes',
    ...Object.entries(selector.matchLabels ?? {}).map(([label, value]) =>
      selection(object.labels[label] === value),
    ),
    ...(selector.matchExpressions ?? []).map(expression =>
      selectsByExpression(expression, object.labels),
    ),
  ]);
}

/** All of some selections. One that says no decides, also where another one cannot be read. */
export function every(selections: readonly Selection[]): Selection {
  if (selections.includes('no')) return 'no';
  return selections.includes('unreadable') ? 'unreadable' : 'yes';
}

/** Any of some selections. */
export function some(selections: readonly Selection[]): Selection {
  if (selections.includes('yes')) return 'yes';
  return selections.includes('unreadable') ? 'unreadable' : 'no';
}

/** Whether a pattern with `*` and `?` selects a name; classes and alternatives of other dialects cannot be read. */
export function selectsByGlob(pattern: string, name: string): Selection {
  return /[[\]{}\\!]/.test(pattern)
    ? 'unreadable'
    : selection(matchesGlob(pattern, name));
}

/** @see akuity/kargo pkg/pattern/matcher.go */
function selectsName(pattern: string, name: string): Selection {
  if (pattern.startsWith('glob:')) {
    return selectsByGlob(pattern.slice('glob:'.length), name);
  }
  // An expression of Go may mean something else here, and may be made to run for hours.
  if (/^regexp?:/.test(pattern)) return 'unreadable';
  return selection(pattern === name);
}

/** @see k8s.io/apimachinery metav1.LabelSelectorRequirement: an absent label is not in any list */
function selectsByExpression(
  { key, operator, values }: z.infer<typeof expressionSchema>,
  labels: Labels,
): Selection {
  const value = labels[key];
  const listed = value !== undefined && (values ?? []).includes(value);
  switch (operator) {
    case 'In':
      return selection(listed);
    case 'NotIn':
      return selection(!listed);
    case 'Exists':
      return selection(value !== undefined);
    case 'DoesNotExist':
      return selection(value === undefined);
    default:
      return 'unreadable';
  }
}

function selection(selected: boolean): Selection {
  return selected ? 'yes' : 'no';
}
