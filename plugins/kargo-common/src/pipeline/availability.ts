import type { Freight } from '../model/freight';
import type { FreightRequest, Stage } from '../model/stage';

/**
 * What an upstream stage still owes before freight may go further.
 *
 * @public
 */
export type UpstreamGap =
  | { readonly kind: 'unverified'; readonly stage: string }
  | {
      readonly kind: 'soaking';
      readonly stage: string;
      readonly leftSeconds: number;
      /** ISO 8601; absent where freight is no longer in the stage, so that the time does not run. */
      readonly until: string | undefined;
    };

/**
 * Whether a stage may take freight, and what is missing.
 *
 * @public
 */
export type Availability =
  | {
      readonly status: 'available';
      readonly by: 'approval' | 'warehouse' | 'upstream';
    }
  /** The stage takes no freight of that origin. */
  | { readonly status: 'not-requested' }
  | {
      readonly status: 'waiting';
      /** Whether all gaps must close, or one of them is enough. */
      readonly needs: 'All' | 'OneOf';
      readonly gaps: readonly UpstreamGap[];
    };

/**
 * Decides as Kargo does whether freight is available to a stage, and keeps what is missing where it is not.
 *
 * @param at - the time for which to decide; soak time counts up to it
 *
 * @see akuity/kargo api/v1alpha1/stage_types.go, `Stage.IsFreightAvailable`, and freight_types.go, `Freight.HasSoakedIn`
 *
 * @public
 */
export function freightAvailability(
  stage: Pick<Stage, 'project' | 'name' | 'requests'>,
  freight: Pick<
    Freight,
    'project' | 'origin' | 'approvedFor' | 'verifiedIn' | 'currentlyIn'
  >,
  at: Date,
): Availability {
  // The same origin may be requested once only; Kargo's webhook sees to that.
  const request =
    stage.project === freight.project
      ? stage.requests.find(({ origin }) => origin === freight.origin)
      : undefined;
  if (!request) return { status: 'not-requested' };
  if (freight.approvedFor.some(approval => approval.stage === stage.name)) {
    return { status: 'available', by: 'approval' };
  }
  if (request.direct) return { status: 'available', by: 'warehouse' };
  const gaps = request.stages.flatMap(
    upstream => upstreamGap(upstream, request, freight, at) ?? [],
  );
  const isAvailable =
    request.availability === 'All'
      ? gaps.length === 0
      : gaps.length < request.stages.length;
  return isAvailable
    ? { status: 'available', by: 'upstream' }
    : { status: 'waiting', needs: request.availability, gaps };
}

/**
 * How long freight has soaked in a stage, in seconds; 0 where it was never verified there.
 *
 * @see akuity/kargo api/v1alpha1/freight_types.go, `Freight.GetLongestSoak`
 *
 * @public
 */
export function longestSoakSeconds(
  freight: Pick<Freight, 'verifiedIn' | 'currentlyIn'>,
  stage: string,
  at: Date,
): number {
  const verified = freight.verifiedIn.find(entry => entry.stage === stage);
  if (!verified) return 0;
  const since = freight.currentlyIn.find(entry => entry.stage === stage)?.since;
  const current = since ? (at.getTime() - Date.parse(since)) / 1000 : 0;
  return Math.max(verified.longestSoakSeconds ?? 0, current || 0);
}

function upstreamGap(
  upstream: string,
  request: FreightRequest,
  freight: Pick<Freight, 'verifiedIn' | 'currentlyIn'>,
  at: Date,
): UpstreamGap | undefined {
  if (!freight.verifiedIn.some(({ stage }) => stage === upstream)) {
    return { kind: 'unverified', stage: upstream };
  }
  const required = request.requiredSoakSeconds;
  if (required === undefined) return undefined;
  const soaked = longestSoakSeconds(freight, upstream, at);
  if (soaked >= required) return undefined;
  const since = freight.currentlyIn.find(
    ({ stage }) => stage === upstream,
  )?.since;
  // The time that runs is that since it came; a longer stay in the past does not add to it.
  const until = since ? Date.parse(since) + required * 1000 : NaN;
  return {
    kind: 'soaking',
    stage: upstream,
    leftSeconds: Number.isFinite(until)
      ? Math.ceil((until - at.getTime()) / 1000)
      : Math.ceil(required - soaked),
    until: Number.isFinite(until) ? new Date(until).toISOString() : undefined,
  };
}
