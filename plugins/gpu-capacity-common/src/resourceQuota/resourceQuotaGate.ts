import { quotaAmountText } from '../kueue/quotaAmountText';
import {
  quotaCharge,
  resourceOfLimit,
  type QuotaChargedPod,
} from './quotaCharge';
import type { ResourceQuota, ResourceQuotaLimit } from './resourceQuota';

/**
 * A limit and what some pods would do to it. Amounts in the units of `ResourceAmounts`; `undefined` is unknown.
 *
 * @public
 */
export interface ResourceQuotaCheck {
  readonly quota: string;
  /** As it stands in `hard`. */
  readonly limit: string;
  readonly hard: number;
  readonly used: number | undefined;
  /** What the pods ask for together. */
  readonly requested: number | undefined;
  /** What is left, never less than nothing. */
  readonly free: number | undefined;
  /** Pods of the kind that still fit into this limit; `Infinity` where it counts nothing of them. */
  readonly podsThatFit: number | undefined;
  readonly verdict: 'fits' | 'exceeds' | 'never' | 'unspecified' | 'unknown';
}

/**
 * Whether quotas of a namespace let some pods be made.
 *
 * @remarks
 * `fits`: all of them; `exceeds`: not now; `never`: not with this quota, whatever else ends; `unspecified`: pods are
 * refused that do not say how much they ask for, unless a LimitRange of the namespace says it for them; `unknown`: a
 * status does not say what is used, or limits of the pods are not known.
 *
 * @public
 */
export interface ResourceQuotaGate {
  readonly outcome: ResourceQuotaCheck['verdict'];
  /** For people. */
  readonly sentence: string;
  /** Limits that count something of the pods, or may. */
  readonly checks: readonly ResourceQuotaCheck[];
  /** Pods of the kind that may be made now; `Infinity` without a limit; absent where unknown. */
  readonly podsThatFit: number | undefined;
  /** Quotas for certain pods only, which are not evaluated: they turn a yes into "yes, unless". */
  readonly notEvaluated: ReadonlyArray<{
    readonly quota: string;
    readonly scopes: readonly string[];
  }>;
}

const WORST_FIRST: ReadonlyArray<ResourceQuotaCheck['verdict']> = [
  'never',
  'exceeds',
  'unspecified',
  'unknown',
];

/**
 * Asks whether the quotas of a namespace let some equal pods be made. A pod is refused where any limit is passed, so
 * that pods come one by one up to the limit; what counts is whether all of them do.
 *
 * @param quotas - those of the namespace
 * @param count - number of pods
 *
 * @public
 */
export function resourceQuotaGate(
  quotas: readonly ResourceQuota[],
  request: QuotaChargedPod,
  count: number,
): ResourceQuotaGate {
  const checks = quotas
    .filter(({ scopes }) => scopes.length === 0)
    .flatMap(quota =>
      quota.limits.flatMap(
        limit => checkOf({ quota: quota.name, limit, request, count }) ?? [],
      ),
    );
  const notEvaluated = quotas
    .filter(({ scopes }) => scopes.length > 0)
    .map(({ name, scopes }) => ({ quota: name, scopes }));
  const outcome =
    WORST_FIRST.find(worst =>
      checks.some(({ verdict }) => verdict === worst),
    ) ?? 'fits';
  return {
    outcome,
    sentence: sentenceOf(outcome, checks, notEvaluated),
    checks,
    podsThatFit: checks.reduce<number | undefined>(
      (fewest, { podsThatFit }) =>
        fewest === undefined || podsThatFit === undefined
          ? undefined
          : Math.min(fewest, podsThatFit),
      Infinity,
    ),
    notEvaluated,
  };
}

function checkOf(of: {
  readonly quota: string;
  readonly limit: ResourceQuotaLimit;
  readonly request: QuotaChargedPod;
  readonly count: number;
}): ResourceQuotaCheck | undefined {
  const { quota, limit, request, count } = of;
  const { name, hard, used } = limit;
  const charge = quotaCharge(name, request);
  if (charge.status === 'ignored') return undefined;
  const each = charge.status === 'charged' ? charge.amount : undefined;
  // Only what a pod adds is held against a limit: an exceeded one does not refuse a pod that asks for nothing of it.
  if (each === 0) return undefined;
  const requested = each === undefined ? undefined : each * count;
  const free = used === undefined ? undefined : Math.max(0, hard - used);
  return {
    quota,
    limit: name,
    hard,
    used,
    requested,
    free,
    podsThatFit:
      each === undefined || free === undefined
        ? undefined
        : Math.floor(free / each),
    verdict:
      charge.status === 'missing'
        ? 'unspecified'
        : verdictOf({ hard, requested, free }),
  };
}

function verdictOf(of: {
  readonly hard: number;
  readonly requested: number | undefined;
  readonly free: number | undefined;
}): ResourceQuotaCheck['verdict'] {
  const { hard, requested, free } = of;
  if (requested === undefined) return 'unknown';
  if (requested === 0) return 'fits';
  if (requested > hard) return 'never';
  if (free === undefined) return 'unknown';
  return requested > free ? 'exceeds' : 'fits';
}

const SENTENCES: Readonly<
  Record<
    Exclude<ResourceQuotaGate['outcome'], 'fits'>,
    (check: ResourceQuotaCheck) => string
  >
> = {
  never: check =>
    `The quota "${check.quota}" allows ${textOf(check, check.hard)} of ${
      check.limit
    } in all, ${textOf(check, check.requested)} are asked for.`,
  exceeds: check =>
    `The quota "${check.quota}" has ${textOf(check, check.free)} of ${textOf(
      check,
      check.hard,
    )} ${check.limit} left, ${textOf(check, check.requested)} are asked for.`,
  unspecified: check =>
    `The quota "${check.quota}" refuses pods that do not say their ${check.limit}, unless a LimitRange says it for them.`,
  unknown: check =>
    check.requested === undefined
      ? `What the pods count against ${check.limit} of the quota "${check.quota}" is unknown.`
      : `How much of ${check.limit} is left in the quota "${check.quota}" is unknown.`,
};

function sentenceOf(
  outcome: ResourceQuotaGate['outcome'],
  checks: readonly ResourceQuotaCheck[],
  notEvaluated: ResourceQuotaGate['notEvaluated'],
): string {
  const check = checks.find(({ verdict }) => verdict === outcome);
  if (check && outcome !== 'fits') return SENTENCES[outcome](check);
  const unless = notEvaluated.map(({ quota }) => `"${quota}"`).join(', ');
  const start =
    checks.length === 0
      ? 'No quota of the namespace limits it'
      : 'The quota of the namespace has room for it';
  return unless
    ? `${start}, unless ${unless} does, which counts certain pods only.`
    : `${start}.`;
}

function textOf(
  { limit }: ResourceQuotaCheck,
  amount: number | undefined,
): string {
  return quotaAmountText(resourceOfLimit(limit), amount ?? 0);
}
