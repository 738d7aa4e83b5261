import type { FreshnessStatus } from './freshnessStatus';
import { freeOf, heldOf } from '../accounting';
import type { PoolCapacity } from '../view/poolView';
import { readLedgerView } from '../view/ledgerView';
import { counted } from './amounts';
import { groupName } from './products';

type Pool = Pick<PoolCapacity, 'groups' | 'moves'> & {
  readonly nodes: { readonly freshness: { readonly status: FreshnessStatus } };
  readonly pods: { readonly freshness: { readonly status: FreshnessStatus } };
};

type Group = PoolCapacity['groups'][number];

/**
 * The first sentence of a pool's page: how much is held and free, and what one pod can get at best.
 *
 * @public
 */
export function poolHeadline(pool: Pool): string {
  const { groups, nodes, pods, moves } = pool;
  if (nodes.freshness.status === 'unobserved') {
    return 'What this pool has cannot be said: its nodes are not observed.';
  }
  if (groups.length === 0) {
    return nodes.freshness.status === 'live'
      ? 'No node of this pool has accelerators.'
      : 'What this pool has is not known yet.';
  }
  if (!['live', 'stale'].includes(pods.freshness.status)) {
    return `${groups
      .map(group => `${group.owned} ${groupName(group)}`)
      .join(', ')}; how many are held is unknown: the pods are not observed.`;
  }
  const [first, ...others] = groups;
  return [
    heldSentence(first),
    moves && moves.resource === first.resource ? moves.sentence : '',
    others.length > 0
      ? `${counted(others.length, 'other kind', 'other kinds')} below.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function heldSentence(group: Group): string {
  const ledger = readLedgerView(group.units);
  const held = heldOf(ledger);
  return `${held} of ${group.owned} ${groupName(group)} ${
    held === 1 ? 'is' : 'are'
  } held; ${freeSentence(group, freeOf(ledger))}`;
}

function freeSentence(group: Group, free: number): string {
  if (free === 0) return 'none is free.';
  const are = free === 1 ? 'is' : 'are';
  const largest = [...group.slots]
    .reverse()
    .find(({ devices }) => devices <= free);
  if (group.nodes > 1 && largest && largest.slots === 0) {
    return `${free} ${are} free, but no node has ${largest.devices} usable.`;
  }
  return free === group.largestFree
    ? `${free} ${are} free on one node.`
    : `${free} ${are} free, at most ${group.largestFree} of them on one node.`;
}
