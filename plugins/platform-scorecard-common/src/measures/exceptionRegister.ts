import { compareText } from './compareText';

/**
 * Something that happened to an exception from a rule of the platform. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface ExceptionFact {
  /** Unique within its source; a repetition changes nothing. */
  readonly id: string;
  /** What the exception is called wherever it is kept. */
  readonly exception: string;
  readonly kind: 'requested' | 'approved' | 'rejected' | 'revoked' | 'expired';
  readonly at: number;
  /** Entity ref of the team that answers for it. */
  readonly owner?: string;
  readonly reason?: string;
  /** The rule that does not apply. */
  readonly rule?: string;
  readonly expiresAt?: number;
  /** Workloads that it matches; 0 where it excepts nothing that there is. */
  readonly matchedWorkloads?: number;
}

/**
 * Where an exception stands.
 *
 * @public
 */
export type ExceptionState =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'revoked'
  | 'expired';

/**
 * One exception with what is known of it.
 *
 * @public
 */
export interface ExceptionRecord {
  readonly exception: string;
  readonly state: ExceptionState;
  /** Since when it has been in that state. */
  readonly since: number;
  readonly requestedAt?: number;
  readonly owner?: string;
  readonly reason?: string;
  readonly rule?: string;
  readonly expiresAt?: number;
  readonly matchedWorkloads?: number;
  /** In force: approved, and not yet expired. */
  readonly open: boolean;
  /** Facts that do not fit its state, such as the revocation of one that was never approved. They are kept in mind only. */
  readonly contradictions: readonly string[];
}

type Fact = ExceptionFact;

/**
 * From which states a fact leads on. Any fact may be the first that is heard of an exception: it may be older than the
 * measuring. One that is over may be asked for again, and what a cluster shows is in force, whoever asked for it.
 */
const FROM: Readonly<Record<Fact['kind'], readonly ExceptionState[]>> = {
  requested: ['rejected', 'revoked', 'expired'],
  approved: ['requested', 'approved', 'rejected', 'revoked', 'expired'],
  rejected: ['requested'],
  revoked: ['approved'],
  expired: ['approved', 'expired'],
};

/**
 * Folds facts into one record an exception, as of one moment, by name. Order of arrival and repetition change nothing.
 * An approved one expires at its time, whether or not anybody says so.
 *
 * @param asOf - milliseconds since the epoch; what happened later is not used
 *
 * @public
 */
export function exceptionRegister(
  facts: readonly ExceptionFact[],
  asOf: number,
): ExceptionRecord[] {
  const byException = new Map<string, Map<string, Fact>>();
  for (const fact of facts) {
    if (fact.at <= asOf) {
      const known = byException.get(fact.exception) ?? new Map();
      byException.set(fact.exception, known.set(fact.id, fact));
    }
  }
  return Array.from(byException, ([exception, known]) =>
    fold(exception, [...known.values()], asOf),
  ).sort((a, b) => compareText(a.exception, b.exception));
}

const KINDS: readonly Fact['kind'][] = [
  'requested',
  'approved',
  'rejected',
  'revoked',
  'expired',
];

function fold(
  exception: string,
  facts: readonly Fact[],
  asOf: number,
): ExceptionRecord {
  const [first, ...later] = [...facts].sort(
    (a, b) =>
      a.at - b.at ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.id, b.id),
  );
  const contradictions: string[] = [];
  let progress: Progress = {
    state: first.kind,
    since: first.at,
    details: detailsOf(first),
  };
  for (const fact of later) {
    progress = expired(progress, fact.at);
    if (FROM[fact.kind].includes(progress.state)) {
      progress = advance(progress, fact);
    } else {
      contradictions.push(fact.id);
    }
  }
  const { state, since, details } = expired(progress, asOf);
  return {
    exception,
    ...details,
    state,
    since,
    open: state === 'approved',
    contradictions,
  };
}

interface Progress {
  readonly state: ExceptionState;
  readonly since: number;
  readonly details: ExceptionDetails;
}

type ExceptionDetails = Pick<
  ExceptionRecord,
  'requestedAt' | 'owner' | 'reason' | 'rule' | 'expiresAt' | 'matchedWorkloads'
>;

/** Lets an approved exception expire at its time. */
function expired(progress: Progress, at: number): Progress {
  const { state, details } = progress;
  const { expiresAt } = details;
  return state === 'approved' && expiresAt !== undefined && expiresAt <= at
    ? { state: 'expired', since: expiresAt, details }
    : progress;
}

function advance({ state, since, details }: Progress, fact: Fact): Progress {
  // Only the answer to a request inherits its time of expiry: what is approved anew has a new one, or none.
  const { expiresAt, ...others } = details;
  const known =
    fact.kind === 'approved' && state !== 'requested' ? others : details;
  return {
    state: fact.kind,
    since: state === fact.kind ? since : fact.at,
    details:
      fact.kind === 'requested'
        ? detailsOf(fact)
        : { ...known, ...detailsOf(fact) },
  };
}

function detailsOf(fact: Fact): ExceptionDetails {
  const { owner, reason, rule, expiresAt, matchedWorkloads } = fact;
  return {
    ...(fact.kind === 'requested' && { requestedAt: fact.at }),
    ...(owner !== undefined && { owner }),
    ...(reason !== undefined && { reason }),
    ...(rule !== undefined && { rule }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(matchedWorkloads !== undefined && { matchedWorkloads }),
  };
}
