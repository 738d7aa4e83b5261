import type { PoolDevice } from '../inventory';

/** Ends a search: the claims cannot be allocated, or whether they can is not known. */
export class AllocationProblem extends Error {
  readonly known: boolean;

  static impossible(reason: string): AllocationProblem {
    return new AllocationProblem(reason, true);
  }

  static unknown(reason: string): AllocationProblem {
    return new AllocationProblem(reason, false);
  }

  static selector(
    device: PoolDevice,
    selection: { readonly fails: boolean; readonly reason: string },
  ): AllocationProblem {
    return AllocationProblem.unknown(selectorReason(device, selection));
  }

  private constructor(reason: string, known: boolean) {
    super(reason);
    this.known = known;
  }
}

/** Why it is not known whether a device is selected. */
export function selectorReason(
  { key }: PoolDevice,
  { fails, reason }: { readonly fails: boolean; readonly reason: string },
): string {
  return fails
    ? `CEL runtime error on device ${key}: ${reason}`
    : `selector on device ${key} is not evaluated: ${reason}`;
}
