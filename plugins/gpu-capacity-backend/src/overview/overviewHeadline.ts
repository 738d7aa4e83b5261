import {
  EMPTY_LEDGER,
  counted,
  heldOf,
  ledgerTotal,
  type Overview,
} from '@fairway/plugin-gpu-capacity-common';
import { moneyText } from './money';

/** The first sentences of the overview: what there is, what it does, and what it costs. */
export function overviewHeadline(
  overview: Pick<Overview, 'clusters' | 'devices' | 'cost'>,
): string {
  const { clusters, devices, cost } = overview;
  const observed = clusters.filter(({ owned }) => owned !== undefined);
  if (clusters.length === 0) return 'No cluster is configured.';
  if (observed.length === 0) return 'No cluster is observed.';
  const ledger = { ...EMPTY_LEDGER, ...devices };
  const owned = ledgerTotal(ledger);
  if (owned === 0) {
    return `${counted(
      observed.length,
      'cluster is',
      'clusters are',
    )} observed, without accelerators.`;
  }
  const unobserved = clusters.length - observed.length;
  return [
    `${counted(observed.length, 'cluster has', 'clusters have')} ${devicesText(
      owned,
    )}: ${parts(ledger).join(', ')}.`,
    unobserved > 0
      ? `${counted(unobserved, 'cluster is', 'clusters are')} not observed.`
      : '',
    costText(cost),
  ]
    .filter(Boolean)
    .join(' ');
}

function parts(ledger: typeof EMPTY_LEDGER): string[] {
  const amounts: ReadonlyArray<readonly [number, string]> = [
    [heldOf(ledger), 'held'],
    [ledger.idle, 'of them idle'],
    [ledger.usable, 'free'],
    [ledger.stranded, 'free and of no use to what asks for them'],
    [ledger.lost, 'lost'],
    [ledger.unknown, 'of which nothing is known'],
  ];
  return amounts
    .map(([amount, words]) => [Math.round(amount * 10) / 10, words] as const)
    .filter(([amount, words]) => amount > 0 || words === 'held')
    .map(([amount, words]) => `${amount} ${words}`);
}

function costText({ total, unpricedDevices }: Overview['cost']): string {
  const money = moneyText(total);
  const unpriced = Math.round(unpricedDevices * 10) / 10;
  if (!money) return 'Nothing has a price.';
  return `That costs ${money} a month${
    unpriced > 0 ? `, without ${devicesText(unpriced)} that have no price` : ''
  }.`;
}

function devicesText(devices: number): string {
  return counted(Math.round(devices * 10) / 10, 'device', 'devices');
}
