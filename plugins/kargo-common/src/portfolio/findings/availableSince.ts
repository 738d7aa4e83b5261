import type { Freight } from '../../model/freight';
import type { FreightRequest, Stage } from '../../model/stage';

/**
 * Since when a stage could have taken freight: since it was found, verified and soaked, or approved, and since the stage
 * was done with what it did before.
 *
 * @returns ISO 8601; `undefined` where a time that it depends on is not known
 */
export function availableSince(
  freight: Freight,
  stage: Stage,
): string | undefined {
  const offered = offeredMs(freight, stage);
  if (offered === undefined) return undefined;
  const [current] = stage.history;
  const busyUntil = [
    stage.lastPromotion?.finishedAt,
    current?.verifications[0]?.finishedAt,
  ].flatMap(time => millis(time) ?? []);
  return new Date(Math.max(offered, ...busyUntil)).toISOString();
}

function offeredMs(freight: Freight, stage: Stage): number | undefined {
  const approval = freight.approvedFor.find(
    approved => approved.stage === stage.name,
  );
  if (approval) return millis(approval.approvedAt);
  const request = stage.requests.find(
    ({ origin }) => origin === freight.origin,
  );
  if (!request) return undefined;
  if (request.direct) return millis(freight.discoveredAt);
  const times = request.stages.map(upstream =>
    throughMs(upstream, request, freight),
  );
  const known = times.filter(time => time !== undefined);
  if (request.availability === 'All' && known.length < times.length) {
    return undefined;
  }
  if (known.length === 0) return undefined;
  return request.availability === 'All'
    ? Math.max(...known)
    : Math.min(...known);
}

/** When freight was verified in an upstream stage and had soaked there. */
function throughMs(
  upstream: string,
  request: FreightRequest,
  freight: Freight,
): number | undefined {
  const verified = freight.verifiedIn.find(({ stage }) => stage === upstream);
  const verifiedMs = millis(verified?.verifiedAt);
  const soakSeconds = request.requiredSoakSeconds ?? 0;
  const present = freight.currentlyIn.find(({ stage }) => stage === upstream);
  const enteredMs = millis(present?.since);
  if (verifiedMs === undefined || soakSeconds === 0) return verifiedMs;
  // A stay that is over was long enough already; when it began is not recorded.
  if ((verified?.longestSoakSeconds ?? 0) >= soakSeconds) return verifiedMs;
  return enteredMs === undefined
    ? undefined
    : Math.max(verifiedMs, enteredMs + soakSeconds * 1000);
}

function millis(time: string | undefined): number | undefined {
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}
