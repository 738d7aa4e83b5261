import { z } from 'zod/v4';

export const verificationObjectSchema = z.object({
  id: z.string().optional(),
  actor: z.string().optional(),
  phase: z.string().optional(),
  message: z.string().optional(),
  startTime: z.string().nullish(),
  finishTime: z.string().nullish(),
  analysisRun: z
    .object({ name: z.string(), phase: z.string().optional() })
    .nullish(),
});

/**
 * One verification of what was in a stage. Times are ISO 8601.
 *
 * @public
 */
export interface Verification {
  readonly id: string | undefined;
  /** `Pending`, `Running`, `Successful`, `Failed`, `Error`, `Aborted`, `Inconclusive`, or what a later Kargo says. */
  readonly phase: string;
  readonly message: string | undefined;
  readonly actor: string | undefined;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
  /** Name of the AnalysisRun in the namespace of the project. */
  readonly analysisRun: string | undefined;
}

/** @see akuity/kargo api/v1alpha1/stage_types.go, `VerificationInfo` */
export function readVerification(
  object: z.infer<typeof verificationObjectSchema>,
): Verification {
  return {
    id: object.id,
    phase: object.phase ?? 'Unknown',
    message: object.message || undefined,
    actor: object.actor || undefined,
    startedAt: object.startTime ?? undefined,
    finishedAt: object.finishTime ?? undefined,
    analysisRun: object.analysisRun?.name,
  };
}

const TERMINAL = ['Successful', 'Failed', 'Error', 'Aborted', 'Inconclusive'];

/**
 * Whether a verification has come to its end.
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go, `VerificationPhase.IsTerminal`
 *
 * @public
 */
export function isVerificationFinished(phase: string): boolean {
  return TERMINAL.includes(phase);
}
