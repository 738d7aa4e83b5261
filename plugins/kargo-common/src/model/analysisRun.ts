import { z } from 'zod/v4';
import { objectMetaSchema } from './objectMeta';

const MAX_VALUES = 5;
const MAX_VALUE_LENGTH = 80;

const count = z.number().nullish();

const analysisRunSchema = z.object({
  metadata: objectMetaSchema,
  status: z
    .object({
      phase: z.string().optional(),
      message: z.string().optional(),
      metricResults: z
        .array(
          z.object({
            name: z.string(),
            phase: z.string().optional(),
            message: z.string().optional(),
            successful: count,
            failed: count,
            inconclusive: count,
            error: count,
            measurements: z
              .array(z.object({ value: z.string().nullish() }))
              .nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

/** Label of the AnalysisRuns that Kargo makes. @public */
export const LABEL_ANALYSIS_STAGE = 'kargo.akuity.io/stage';

/**
 * A metric of a verification.
 *
 * @public
 */
export interface AnalysisMetric {
  readonly name: string;
  readonly phase: string;
  readonly message: string | undefined;
  readonly successful: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly errored: number;
  /** The latest values, the newest first. */
  readonly values: readonly string[];
}

/**
 * What a verification measures.
 *
 * @public
 */
export interface AnalysisRun {
  readonly project: string;
  readonly name: string;
  readonly phase: string;
  readonly message: string | undefined;
  readonly metrics: readonly AnalysisMetric[];
}

/**
 * Reads an `analysisruns` object.
 *
 * @see argoproj/argo-rollouts pkg/apis/rollouts/v1alpha1/analysis_types.go
 *
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readAnalysisRun(object: unknown): AnalysisRun {
  const { metadata, status } = analysisRunSchema.parse(object);
  return {
    project: metadata.namespace,
    name: metadata.name,
    phase: status?.phase ?? 'Pending',
    message: status?.message || undefined,
    metrics: (status?.metricResults ?? []).map(metric => ({
      name: metric.name,
      phase: metric.phase ?? 'Pending',
      message: metric.message || undefined,
      successful: metric.successful ?? 0,
      failed: metric.failed ?? 0,
      inconclusive: metric.inconclusive ?? 0,
      errored: metric.error ?? 0,
      values: (metric.measurements ?? [])
        .slice(-MAX_VALUES)
        .reverse()
        .flatMap(({ value }) => value?.slice(0, MAX_VALUE_LENGTH) ?? []),
    })),
  };
}
