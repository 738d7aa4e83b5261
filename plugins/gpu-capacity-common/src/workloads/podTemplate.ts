import { z } from 'zod/v4';

/**
 * The template of pods. The specification is kept as it stands, for `readPodShape`.
 *
 * @public
 */
export interface PodTemplate {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: unknown;
}

const stringMap = z.record(z.string(), z.string()).nullish();

/** A template in the specification of a workload. */
export const podTemplateSchema = z.object({
  metadata: z.object({ labels: stringMap, annotations: stringMap }).nullish(),
  spec: z.record(z.string(), z.unknown()),
});

/** Reads a template. */
export function readPodTemplate({
  metadata,
  spec,
}: z.infer<typeof podTemplateSchema>): PodTemplate {
  return {
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec,
  };
}
