import { parseDuration } from '../clock/durations';
import type { Freight, Stage } from './kargoSchemas';

function soakedMs(freight: Freight, upstream: string, now: Date): number {
  const longest = freight.status.verifiedIn[upstream]?.longestSoak;
  const since = freight.status.currentlyIn[upstream]?.since;
  return Math.max(
    longest ? parseDuration(longest) : 0,
    since ? now.getTime() - Date.parse(since) : 0,
  );
}

/**
 * Whether freight may be promoted to a stage: `Stage.IsFreightAvailable` of Kargo v1.11
 * (`api/v1alpha1/stage_helpers.go`).
 */
export function isFreightAvailable(
  stage: Stage,
  freight: Freight,
  now: Date,
): boolean {
  if (stage.metadata.namespace !== freight.metadata.namespace) {
    return false;
  }
  return stage.spec.requestedFreight.some(({ origin, sources }) => {
    if (
      origin.kind !== freight.origin.kind ||
      origin.name !== freight.origin.name
    ) {
      return false;
    }
    if (
      freight.status.approvedFor[stage.metadata.name] !== undefined ||
      sources.direct
    ) {
      return true;
    }
    const soakMs = sources.requiredSoakTime
      ? parseDuration(sources.requiredSoakTime)
      : 0;
    const ready = (upstream: string) =>
      freight.status.verifiedIn[upstream] !== undefined &&
      soakedMs(freight, upstream, now) >= soakMs;
    return sources.availabilityStrategy === 'All'
      ? sources.stages.length > 0 && sources.stages.every(ready)
      : sources.stages.some(ready);
  });
}
