import type { Observed, PreflightInput } from './preflightInput';

/**
 * The controls, in the order in which people read them.
 *
 * @public
 */
export const CONTROL_NAMES = [
  'execution-mode',
  'executor',
  'permission',
  'cluster-access',
  'availability',
  'verification',
  'soak',
  'window',
  'approvals',
  'hold',
  'health',
  'diff',
  'queue',
  'controller',
] as const;

/** @public */
export type ControlName = (typeof CONTROL_NAMES)[number];

/**
 * Who can do something about it: the caller, an approver, the owner of the stage, the platform team; or nobody has to,
 * since time does.
 *
 * @public
 */
export type WhoCanAct = 'caller' | 'approvers' | 'owner' | 'platform' | 'time';

/**
 * Something that stands against a promotion, or that is worth knowing before it.
 *
 * @public
 */
export interface ControlFinding {
  readonly control: ControlName;
  /** One sentence. */
  readonly message: string;
  /** What was observed, in short; `unknown` where nothing was. */
  readonly value: string;
  /** When it ends by waiting alone, ISO 8601. */
  readonly until?: string;
  readonly whoCanAct: WhoCanAct;
}

/** What a control says of a promotion. */
export interface Verdict {
  readonly blockers: ReadonlyArray<Omit<ControlFinding, 'control'>>;
  readonly warnings: ReadonlyArray<Omit<ControlFinding, 'control'>>;
}

/** One control, with what it looks at. */
export interface Control<Input = PreflightInput> {
  readonly name: ControlName;
  /** Whether breaking the glass passes over it. Rights, and what Kargo refuses anyway, it does not. */
  readonly overridable: boolean;
  check(input: Input): Verdict;
}

/** Nothing stands against it. */
export const CLEAR: Verdict = { blockers: [], warnings: [] };

/** One thing stands against it. */
export function blocked(finding: Omit<ControlFinding, 'control'>): Verdict {
  return { blockers: [finding], warnings: [] };
}

/** One thing is worth knowing. */
export function warned(finding: Omit<ControlFinding, 'control'>): Verdict {
  return { blockers: [], warnings: [finding] };
}

/** Goes on with what was observed; what was not observed stands against the promotion. */
export function observed<T>(
  observation: Observed<T>,
  subject: string,
  check: (value: T) => Verdict,
): Verdict {
  return observation.status === 'observed'
    ? check(observation.value)
    : blocked({
        message: `${subject} is unknown: ${observation.reason}.`,
        value: 'unknown',
        whoCanAct: 'platform',
      });
}
