import { z } from 'zod/v4';

const names = z.array(z.string().min(1)).min(1).optional();

/** To what a rule applies; a part that is left out applies to everything, and all parts must match. */
export const calendarScopeSchema = z.strictObject({
  riskClasses: names,
  /** Patterns with `*` and `?`, as in the parts below. */
  controlPlanes: names,
  projects: names,
  stages: names,
  /** Labels that the stage must have. */
  stageLabels: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type CalendarScope = z.infer<typeof calendarScopeSchema>;

/**
 * The stage about which the calendar is asked.
 *
 * @public
 */
export interface CalendarSubject {
  readonly riskClass: string;
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
  readonly stageLabels: Readonly<Record<string, string>>;
}

/** Whether a rule applies to a stage. */
export function inScope(
  scope: CalendarScope,
  subject: CalendarSubject,
): boolean {
  const labels = Object.entries(scope.stageLabels ?? {});
  return (
    (scope.riskClasses?.includes(subject.riskClass) ?? true) &&
    matchesAny(scope.controlPlanes, subject.controlPlane) &&
    matchesAny(scope.projects, subject.project) &&
    matchesAny(scope.stages, subject.stage) &&
    labels.every(([label, value]) => subject.stageLabels[label] === value)
  );
}

function matchesAny(
  patterns: readonly string[] | undefined,
  name: string,
): boolean {
  return patterns?.some(pattern => matchesGlob(pattern, name)) ?? true;
}

/**
 * Whether a name matches a pattern with `*` for any text and `?` for one character. It never goes back more than to the
 * last star, so that no pattern makes it slow.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let position = 0;
  let index = 0;
  let star: { readonly position: number; index: number } | undefined;
  while (index < name.length) {
    const character = pattern[position];
    if (character === '*') {
      star = { position, index };
      position += 1;
    } else if (character === '?' || character === name[index]) {
      position += 1;
      index += 1;
    } else if (star) {
      star.index += 1;
      index = star.index;
      position = star.position + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(position));
}
