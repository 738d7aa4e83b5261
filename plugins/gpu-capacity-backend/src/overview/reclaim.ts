import {
  counted,
  productName,
  type ReclaimKind,
  type ReclaimView,
} from '@fairway/plugin-gpu-capacity-common';
import { groupedBy } from '../domain/groupedBy';
import type { EstateCluster } from './EstateCluster';
import type { Holding } from './Holding';
import { monthly, total } from './money';
import { devicesOf, holdingsCost, type PriceBooks } from './ownerCosts';
import { strandedEntries } from './strandedEntries';

const MAX_ENTRIES = 50;

/** Devices that could be given back, with those who could. */
interface Candidate extends Holding {
  readonly reclaim: ReclaimKind;
}

/**
 * What could be given back, the most expensive first. What the reader may not see is added up, so that nobody can be told
 * by it.
 *
 * @param options - `titles`: of the entities that the reader may see
 */
export function reclaimList(options: {
  readonly clusters: readonly EstateCluster[];
  readonly titles: ReadonlyMap<string, string>;
  readonly books: PriceBooks;
}): { readonly entries: ReclaimView[]; readonly found: number } {
  const { clusters, titles, books } = options;
  const candidates = clusters.flatMap(({ holdings }) =>
    holdings.flatMap(candidatesOf),
  );
  const held = [
    ...groupedBy(candidates, candidate =>
      JSON.stringify([
        candidate.reclaim,
        candidate.cluster,
        candidate.product,
        candidate.reclaim === 'wasting' && candidate.waste,
        candidate.keptBy,
        placeOf(candidate, titles),
      ]),
    ).values(),
  ].map(own => entryOf(own, { titles, books }));
  const entries = [...held, ...strandedEntries(clusters, books)].sort(
    (a, b) =>
      total(b.costPerMonth) - total(a.costPerMonth) ||
      b.devices - a.devices ||
      a.sentence.localeCompare(b.sentence),
  );
  return { entries: entries.slice(0, MAX_ENTRIES), found: entries.length };
}

/** One reason each: what has ended need not run, and what cannot run is not idle as well. */
function candidatesOf(holding: Holding): Candidate[] {
  if (holding.keptBy !== undefined) {
    return [{ ...holding, reclaim: 'finished-kept' }];
  }
  if (holding.waste !== undefined) {
    return [{ ...holding, reclaim: 'wasting' }];
  }
  const { deviceShare, idleDevices } = holding;
  return idleDevices > 0 && deviceShare
    ? [
        {
          ...holding,
          reclaim: 'idle-held',
          units: idleDevices / deviceShare,
        },
      ]
    : [];
}

function placeOf(
  { entity }: Holding,
  titles: ReadonlyMap<string, string>,
): readonly (string | undefined)[] {
  if (entity === undefined) return ['nobody'];
  const seen = (ref: string | undefined) =>
    ref !== undefined && titles.has(ref) ? ref : undefined;
  return ['somebody', seen(entity.ref), seen(entity.owner)];
}

function entryOf(
  own: readonly [Candidate, ...Candidate[]],
  options: {
    readonly titles: ReadonlyMap<string, string>;
    readonly books: PriceBooks;
  },
): ReclaimView {
  const { titles, books } = options;
  const [{ reclaim, cluster, product, entity }] = own;
  const devices = devicesOf(own);
  const named = (ref: string | undefined) =>
    ref === undefined ? undefined : titles.get(ref);
  const entityTitle = named(entity?.ref);
  const ownerTitle = named(entity?.owner);
  const who = entityTitle ?? (entity ? 'another team' : 'no entity');
  const pods = counted(own.length, 'pod', 'pods');
  return {
    kind: reclaim,
    cluster,
    product,
    ...(entityTitle !== undefined && {
      entityRef: entity?.ref,
      entityTitle,
    }),
    ...(ownerTitle !== undefined && { ownerRef: entity?.owner, ownerTitle }),
    devices,
    pods: own.length,
    costPerMonth: monthly(holdingsCost(own, books).amounts),
    sentence: `${pods} of ${who} ${
      own.length === 1 ? 'holds' : 'hold'
    } ${deviceText(devices, product)} in ${cluster} ${whyText(
      own[0],
      devices,
    )}.`,
  };
}

function whyText({ reclaim, waste, keptBy }: Candidate, devices: number) {
  switch (reclaim) {
    case 'finished-kept':
      return `for a ${keptBy} that has ended: nothing takes its cluster away`;
    case 'wasting':
      return `and cannot run: ${waste}`;
    default:
      return `that ${devices === 1 ? 'is' : 'are'} not busy`;
  }
}

function deviceText(devices: number, product: string | undefined): string {
  const rounded = Math.round(devices * 100) / 100;
  return product === undefined
    ? counted(rounded, 'device', 'devices')
    : `${rounded} ${productName(product)}`;
}
