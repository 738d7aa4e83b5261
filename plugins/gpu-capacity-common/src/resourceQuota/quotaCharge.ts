import type { ResourceAmounts } from '../model';

/**
 * What pods ask for, as far as a quota counts it.
 *
 * @public
 */
export interface QuotaChargedPod {
  /** Effective requests of one pod, without `pods`. */
  readonly requests: ResourceAmounts;
  /** Effective limits of one pod; absent where they are not known. */
  readonly limits?: ResourceAmounts | undefined;
}

/**
 * What a limit counts of one pod.
 *
 * @remarks
 * `ignored`: it is about no pods, or by a name under which nothing is ever counted: extended resources cannot be
 * overcommitted, so that only `requests.` and the name counts, not `limits.` and not the bare name. `missing`: a quota for
 * it refuses pods that do not ask for it.
 *
 * @public
 */
export type QuotaCharge =
  | { readonly status: 'charged'; readonly amount: number }
  | { readonly status: 'ignored' }
  | { readonly status: 'missing' }
  | { readonly status: 'unknown' };

interface ChargeRule {
  readonly pattern: RegExp;
  charge(match: RegExpExecArray, pod: QuotaChargedPod): QuotaCharge;
}

const charged = (amount: number): QuotaCharge => ({
  status: 'charged',
  amount,
});

const requested = (resource: string, { requests }: QuotaChargedPod) =>
  charged(Object.hasOwn(requests, resource) ? requests[resource] : 0);

const demanded = (resource: string, amounts: ResourceAmounts): QuotaCharge =>
  Object.hasOwn(amounts, resource)
    ? charged(amounts[resource])
    : { status: 'missing' };

/**
 * How names in `hard` are counted; the first pattern that matches decides.
 *
 * @see kubernetes/kubernetes pkg/quota/v1/evaluator/core/pods.go, podComputeUsageHelper
 */
const RULES: readonly ChargeRule[] = [
  { pattern: /^(count\/)?pods$/, charge: () => charged(1) },
  {
    pattern: /^(?:requests\.)?(cpu|memory)$/,
    charge: ([, resource], { requests }) => demanded(resource, requests),
  },
  {
    pattern: /^limits\.(cpu|memory)$/,
    charge: ([, resource], { limits }) =>
      limits ? demanded(resource, limits) : { status: 'unknown' },
  },
  {
    pattern: /^(?:requests\.)?(ephemeral-storage|hugepages-.+)$/,
    charge: ([, resource], pod) => requested(resource, pod),
  },
  {
    pattern: /^limits\.(ephemeral-storage)$/,
    charge: ([, resource], { limits }) =>
      limits
        ? requested(resource, { requests: limits })
        : { status: 'unknown' },
  },
  {
    pattern: /^requests\.([^/]+\/.+)$/,
    charge: ([, resource], pod) => requested(resource, pod),
  },
];

/** What a limit counts of one pod, by the limit's name. */
export function quotaCharge(name: string, pod: QuotaChargedPod): QuotaCharge {
  for (const { pattern, charge } of RULES) {
    const match = pattern.exec(name);
    if (match) return charge(match, pod);
  }
  return { status: 'ignored' };
}

/** The resource that a limit is about, for its units. */
export function resourceOfLimit(name: string): string {
  return name.replace(/^(requests|limits)\./, '');
}
