import {
  LEDGER_CLASSES,
  type LedgerClass,
} from '@fairway/plugin-gpu-capacity-common';
import type { Figures, Spread } from './Figures';

type Integrals = Figures['units'];

/** What several periods are together. Periods that are missing are missing in the sum too. */
export function mergeFigures(parts: readonly Figures[]): Figures {
  const [first, ...others] = parts;
  return others.reduce(
    (all, part) => ({
      observedMs: all.observedMs + part.observedMs,
      units: addIntegrals(all.units, part.units),
      devices:
        all.devices && part.devices && addIntegrals(all.devices, part.devices),
      requested: joinSpreads(all.requested, part.requested),
      slots: Object.fromEntries(
        [...new Set([...Object.keys(all.slots), ...Object.keys(part.slots)])]
          .map(size => joinedSlot(size, all, part))
          .filter(entry => entry !== undefined),
      ),
      fragmentation: joinSpreads(all.fragmentation, part.fragmentation),
      utilisation: addUtilisation(all.utilisation, part.utilisation),
    }),
    first,
  );
}

function joinedSlot(
  size: string,
  a: Figures,
  b: Figures,
): readonly [string, Spread] | undefined {
  const joined = joinSpreads(a.slots[size], b.slots[size]);
  return joined && [size, joined];
}

function addIntegrals(a: Integrals, b: Integrals): Integrals {
  return Object.fromEntries(
    LEDGER_CLASSES.map((ledgerClass): [LedgerClass, number] => [
      ledgerClass,
      (a[ledgerClass] ?? 0) + (b[ledgerClass] ?? 0),
    ]).filter(([, sum]) => sum !== 0),
  );
}

function joinSpreads(
  a: Spread | undefined,
  b: Spread | undefined,
): Spread | undefined {
  if (!a || !b) return a ?? b;
  return {
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    sum: a.sum + b.sum,
    observedMs: a.observedMs + b.observedMs,
  };
}

function addUtilisation(
  a: Figures['utilisation'],
  b: Figures['utilisation'],
): Figures['utilisation'] {
  if (!a || !b) return a ?? b;
  return {
    histogram: a.histogram.map(
      (weight, bin) => weight + (b.histogram[bin] ?? 0),
    ),
    heldMs: a.heldMs + b.heldMs,
  };
}
