import type { Coverage } from './heldActivity';
import { migCardOf } from './migProfiles';

/**
 * What would be enough for a pod, or why that cannot be said.
 *
 * @public
 */
export type RightSize =
  | {
      readonly status: 'smaller';
      /** As in `nvidia.com/mig-1g.10gb`. */
      readonly profile: string;
      readonly memoryBytes: number;
      readonly computeShare: number;
      /** Its memory would hold the pod; of its processors the pod has at times used more. */
      readonly mayBeSlower: boolean;
    }
  | { readonly status: 'fits' }
  | { readonly status: 'unknown'; readonly reason: string };

/** What the pod may grow by before the part is too small. */
const HEADROOM = 1.2;
const BYTES_PER_GB = 1e9;

/**
 * The smallest part of a card that would hold what a pod uses of a whole one, with a fifth to spare: its memory and its
 * activity, or otherwise its memory alone.
 *
 * @remarks
 * Without memory a pod ends; with fewer processors it takes longer. A device is busy while anything runs on it, so its busy
 * share is the least share of its processors that does the same work in the same time, if the work scales down; short
 * bursts make it 1 for nearly everything that answers requests. It is a hint, to be tried out.
 *
 * @param use - of the device that is used most, over a period; `memoryP99Bytes` and `busyMax` absent where not measured;
 *   `coverage` in time or samples over the whole period
 *
 * @public
 */
export function rightSize(use: {
  readonly product: string | undefined;
  readonly memoryP99Bytes: number | undefined;
  readonly busyMax: number | undefined;
  readonly coverage: Coverage;
  readonly attributable: boolean;
}): RightSize {
  const { product, memoryP99Bytes, busyMax, coverage } = use;
  if (!use.attributable) {
    return unknown('its devices are shared, so no figure is its own');
  }
  if (coverage.held === 0 || coverage.reporting < coverage.held) {
    return unknown(
      `only ${coverage.reporting} of ${coverage.held} devices report`,
    );
  }
  if (memoryP99Bytes === undefined || busyMax === undefined) {
    return unknown('its memory or its activity is not measured');
  }
  const card = product === undefined ? undefined : migCardOf(product);
  if (!card) {
    return unknown(
      product === undefined
        ? 'its product is not known'
        : `${product} is not known to be divisible`,
    );
  }
  const memoryOf = (share: number) => share * card.memoryGb * BYTES_PER_GB;
  const parts = card.profiles.filter(
    ({ memoryShare, computeShare }) =>
      computeShare < 1 && memoryP99Bytes * HEADROOM <= memoryOf(memoryShare),
  );
  const holdingAll = parts.find(
    ({ computeShare }) => busyMax * HEADROOM <= computeShare,
  );
  const profile = holdingAll ?? parts[0];
  if (!profile) return { status: 'fits' };
  return {
    status: 'smaller',
    profile: profile.name,
    memoryBytes: memoryOf(profile.memoryShare),
    computeShare: profile.computeShare,
    mayBeSlower: !holdingAll,
  };
}

function unknown(reason: string): RightSize {
  return { status: 'unknown', reason };
}
