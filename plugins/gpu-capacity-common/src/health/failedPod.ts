import { z } from 'zod/v4';
import { isRefusal, type FailedPod } from './blackHoleNodes';

const timed = z.object({ lastTransitionTime: z.string().nullish() });

const podSchema = z.object({
  metadata: z.object({ creationTimestamp: z.string().nullish() }),
  spec: z.object({ nodeName: z.string().nullish() }).nullish(),
  status: z
    .object({
      phase: z.string().nullish(),
      reason: z.string().nullish(),
      startTime: z.string().nullish(),
      conditions: z.array(timed).nullish(),
    })
    .nullish(),
});

/**
 * Reads what a failed pod says about its node.
 *
 * @returns `undefined` where it says nothing: most pods fail for reasons of their own
 * @throws `ZodError` on a malformed object
 *
 * @public
 */
export function readFailedPod(object: unknown): FailedPod | undefined {
  const { metadata, spec, status } = podSchema.parse(object);
  const { phase, reason, startTime, conditions } = status ?? {};
  if (phase !== 'Failed' || !spec?.nodeName || !reason || !isRefusal(reason)) {
    return undefined;
  }
  // A refused pod starts and fails in the same moment. Where nothing says when, the time is that of its making.
  const times = [
    startTime,
    ...(conditions ?? []).map(condition => condition.lastTransitionTime),
    metadata.creationTimestamp,
  ]
    .map(text => Date.parse(text ?? ''))
    .filter(time => !Number.isNaN(time));
  return times.length === 0
    ? undefined
    : { node: spec.nodeName, reason, at: Math.max(...times) };
}
