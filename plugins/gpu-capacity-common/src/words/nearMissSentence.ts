import type { NearMiss, Shortage } from '../fit';
import { amountText, counted, enumerated, plainAmount } from './amounts';

/**
 * What stands between a shape and some nodes, in a sentence: `3 nodes have 8 GPUs free, but only 40 of the 64 CPUs.`
 *
 * @public
 */
export function nearMissSentence(miss: NearMiss): string {
  const count = miss.nodes.length;
  const nodes = counted(count, 'node', 'nodes');
  switch (miss.kind) {
    case 'resources': {
      const has = count === 1 ? 'has' : 'have';
      const short = enumerated(miss.shortages.map(shortageText));
      const there = enumerated(
        miss.satisfied.map(({ resource, requested }) =>
          amountText(resource, requested),
        ),
      );
      return there
        ? `${nodes} ${has} ${there} free, but only ${short}.`
        : `${nodes} ${has} at most ${short} free.`;
    }
    case 'taint': {
      const { key, value, effect } = miss.taint;
      return `${nodes} would take it if it tolerated the taint ${key}${
        value && `=${value}`
      }:${effect}.`;
    }
    case 'cordoned':
      return `${nodes} would take it and ${
        count === 1 ? 'is' : 'are'
      } cordoned.`;
    case 'affinity':
      return `${nodes} would take it if its node selector or affinity allowed it.`;
    default:
      return `${nodes} would take it but for a port that is in use.`;
  }
}

function shortageText({ resource, free, requested }: Shortage): string {
  return `${plainAmount(resource, Math.max(0, free))} of the ${amountText(
    resource,
    requested,
  )}`;
}
