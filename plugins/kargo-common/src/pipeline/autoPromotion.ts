import type { Freight } from '../model/freight';
import type { FreightRequest, Stage } from '../model/stage';
import { longestSoakSeconds } from './availability';
import { freightOfOrigin } from './freightByOrigin';

/**
 * What auto-promotion would pick for one origin of a stage.
 *
 * @public
 */
export type AutoPromotionCandidate =
  | { readonly status: 'candidate'; readonly freight: Freight }
  | { readonly status: 'none' }
  /** Several are upstream at once, which passes: nothing is picked meanwhile. */
  | { readonly status: 'undecided' };

/**
 * The freight that auto-promotion would pick for an origin, whatever holds it up. Whether it is promoted is another
 * question: it may be there already, a hold may stand, or its last promotion may have failed.
 *
 * @see akuity/kargo pkg/api/auto_promotion.go, `SelectAutoPromotionCandidates`, and pkg/api/stage.go,
 * `ListFreightAvailableToStage`
 *
 * @public
 */
export function autoPromotionCandidate(
  stage: Pick<Stage, 'name'>,
  request: FreightRequest,
  freight: readonly Freight[],
  at: Date,
): AutoPromotionCandidate {
  const newestFirst = freightOfOrigin(freight, request.origin);
  const isAvailable = (item: Freight) =>
    isListed(stage.name, request, item, at);
  const newest = newestFirst.findIndex(isAvailable);
  if (newest === -1) return { status: 'none' };
  return request.selection === 'MatchUpstream' &&
    newestFirst.slice(newest + 1).some(isAvailable)
    ? { status: 'undecided' }
    : { status: 'candidate', freight: newestFirst[newest] };
}

/**
 * The list that auto-promotion picks from. It differs from availability: a stage that matches its upstream takes only
 * what is there now, and where all upstream stages count and a soak time is set, freight that has soaked in any other
 * stage too is left out (`verifiedStages.Equal` in pkg/api/warehouse.go of v1.11).
 */
function isListed(
  stageName: string,
  request: FreightRequest,
  freight: Freight,
  at: Date,
): boolean {
  if (request.direct) return true;
  if (
    request.selection === 'MatchUpstream' &&
    !freight.currentlyIn.some(({ stage }) => stage === request.stages[0])
  ) {
    return false;
  }
  if (freight.approvedFor.some(({ stage }) => stage === stageName)) return true;
  const verified = freight.verifiedIn;
  const required = request.requiredSoakSeconds;
  const isVerified = (name: string) =>
    verified.some(({ stage }) => stage === name);
  const hasSoaked = ({ stage }: { readonly stage: string }) =>
    required === undefined ||
    longestSoakSeconds(freight, stage, at) >= required;
  if (request.availability === 'All') {
    return (
      request.stages.every(isVerified) &&
      request.stages.every(stage => hasSoaked({ stage })) &&
      (required === undefined ||
        verified.filter(hasSoaked).length === request.stages.length)
    );
  }
  // Of one that is verified upstream, Kargo counts the soak time in any stage.
  return request.stages.some(isVerified) && verified.some(hasSoaked);
}
