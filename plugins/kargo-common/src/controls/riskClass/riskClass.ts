import { z } from 'zod/v4';
import { calendarRuleConfigSchema } from '../calendar/calendarRuleConfig';
import { durationSchema } from '../duration';

/**
 * How far Backstage goes in a promotion: shows it, hands it off by a link, or carries it out.
 *
 * @public
 */
export const EXECUTION_MODES = ['view', 'hand-off', 'execute'] as const;

/** @public */
export type ExecutionMode = (typeof EXECUTION_MODES)[number];

const ENTITY_REF = /^[a-z][a-z0-9]*:[a-z0-9-]{1,63}\/[a-z0-9_.-]{1,63}$/;

/** A full entity ref, in lower case as the catalog compares them. */
export const entityRefSchema = z
  .string()
  .transform(value => value.trim().toLocaleLowerCase('en-US'))
  .pipe(
    z
      .string()
      .regex(
        ENTITY_REF,
        'must be a full entity ref such as group:default/payments',
      ),
  );

const approversSchema = z.strictObject({
  /** Distinct people that must approve; the requester is never one of them. */
  count: z.number().int().min(0).max(10),
  /** Groups whose members may approve; where there is none, members of the owner of the entity. */
  groups: z.array(entityRefSchema).default([]),
});

const linkSchema = z.url({ protocol: /^https?$/ });

/** What is expected where a promotion turns out bad. */
const rollbackSchema = z.discriminatedUnion('expectation', [
  z.strictObject({ expectation: z.literal('re-promote') }),
  z.strictObject({
    expectation: z.literal('forward-fix'),
    link: linkSchema.optional(),
  }),
  z.strictObject({
    expectation: z.literal('runbook'),
    link: linkSchema.optional(),
    /** The step after which there is no way back, in words. */
    pointOfNoReturn: z.string().min(1).optional(),
  }),
]);

/** @public */
export type RollbackExpectation = z.infer<typeof rollbackSchema>;

/**
 * What is set for a class in `kargo.riskClasses.<name>`; every key is optional for a class that is shipped.
 *
 * @public
 */
export const riskClassConfigSchema = z.strictObject({
  executionMode: z.enum(EXECUTION_MODES),
  approvers: approversSchema,
  /** How long the freight must have been upstream, whatever the stage asks for. */
  minimumSoak: durationSchema,
  verificationRequired: z.boolean(),
  /** Closed unless a change window is open, also where none is defined. */
  changeWindowRequired: z.boolean(),
  /** Change windows (`allow`) and freezes (`deny`) of this class. */
  calendar: z.array(calendarRuleConfigSchema),
  rollback: rollbackSchema,
  /** A promotion that runs longer than this is called stuck. */
  longestDuration: durationSchema,
});

/**
 * A risk class: the controls that follow the risk of a change. Durations are ISO 8601.
 *
 * @public
 */
export interface RiskClass extends z.infer<typeof riskClassConfigSchema> {
  readonly name: string;
}

/**
 * How far Backstage goes for a class: carrying out must also be switched on.
 *
 * @public
 */
export function executionModeOf(options: {
  readonly riskClass: Pick<RiskClass, 'executionMode'>;
  readonly executingEnabled: boolean;
}): ExecutionMode {
  const { executionMode } = options.riskClass;
  return executionMode === 'execute' && !options.executingEnabled
    ? 'hand-off'
    : executionMode;
}

/**
 * Groups whose members may approve a change of a class: its own, else the owner of the entity. Empty where there is
 * neither, and then nobody can approve.
 *
 * @public
 */
export function approverGroupsOf(options: {
  readonly riskClass: Pick<RiskClass, 'approvers'>;
  readonly ownerRef: string | undefined;
}): readonly string[] {
  const { groups } = options.riskClass.approvers;
  if (groups.length > 0) return groups;
  const owner = entityRefSchema.safeParse(options.ownerRef);
  return owner.success ? [owner.data] : [];
}
