import {
  amountText,
  type DemandView,
} from '@fairway/plugin-gpu-capacity-common';

type Demand = Pick<
  DemandView,
  'pieces' | 'atMin' | 'atMax' | 'upgrade' | 'waits'
> & {
  /** Accelerators that its pods hold, by resource. */
  readonly held: Readonly<Record<string, number>>;
};

/** How far a workload can go now, in a sentence: `It can scale from 4 to 9 GPUs now; an upgrade needs 8 GPUs more and fits.` */
export function scaleSentence(demand: Demand): string {
  const scale = scalePart(demand);
  const upgrade = demand.upgrade?.fit && demand.upgrade.sentence;
  if (!upgrade) return `${scale}.`;
  return `${scale}; ${upgrade.charAt(0).toLocaleLowerCase('en')}${upgrade.slice(
    1,
  )}`;
}

function scalePart({ pieces, held, waits, atMin, atMax }: Demand): string {
  const piece = pieces.find(({ devices }) => Object.keys(devices).length > 0);
  const [resource, each] = Object.entries(piece?.devices ?? {})[0] ?? [];
  if (waits) {
    return `It waits for admission: ${withoutStop(
      [waits.reason, waits.ahead].filter(Boolean).join(' '),
    )}`;
  }
  if (resource === undefined || each === undefined) {
    return 'What it asks for is given by claims';
  }
  const now = held[resource] ?? 0;
  if (atMin) {
    return atMin.outcome === 'go'
      ? `It has ${amountText(
          resource,
          now,
        )} and lacks pods to its minimum, for which there is room`
      : `It has ${amountText(
          resource,
          now,
        )} and lacks pods to its minimum. ${withoutStop(atMin.sentence)}`;
  }
  if (!atMax) return `It has the ${amountText(resource, now)} that it asks for`;
  const hasCeiling = pieces.every(({ max }) => max !== undefined);
  const hasQuota = ['go', 'fragmentation'].includes(atMax.outcome);
  const max = pieces.reduce(
    (sum, one) => sum + (one.max ?? 0) * (one.devices[resource] ?? 0),
    0,
  );
  if (hasCeiling && atMax.outcome === 'go') {
    return `It can scale from ${now} to ${amountText(resource, max)} now`;
  }
  const only = pieces.filter(({ devices }) => devices[resource]).length === 1;
  if (only && hasQuota && atMax.slots > 0) {
    const reach = amountText(resource, now + atMax.slots * each);
    return hasCeiling
      ? `It can scale from ${now} to ${reach} now, not to its maximum of ${max}`
      : `It has ${amountText(
          resource,
          now,
        )} and no ceiling; nodes have room for ${amountText(
          resource,
          atMax.slots * each,
        )} more`;
  }
  if (only && atMax.outcome === 'fragmentation') {
    return `It has ${amountText(
      resource,
      now,
    )}, and no node has room for one pod more now`;
  }
  return `It has ${amountText(
    resource,
    now,
  )} and cannot get all it may have now. ${withoutStop(atMax.sentence)}`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
