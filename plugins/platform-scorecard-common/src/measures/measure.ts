import type { MeasureDefinition, MeasureSourceKind } from './MeasureDefinition';
import type {
  MeasureCoverage,
  MeasureResult,
  UnknownReason,
} from './MeasureResult';
import { LEAST_PEOPLE } from './privacy';

/**
 * When a source was last read to its end. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface MeasureSourceState {
  readonly kind: MeasureSourceKind;
  /** Absent where it was never read. */
  readonly lastOkAt?: number;
  /** For how long what was read is good. */
  readonly staleAfterMs: number;
}

/**
 * The moment a measure tells of, in milliseconds since the epoch, and the state of its sources.
 *
 * @public
 */
export interface MeasureContext {
  readonly asOf: number;
  /** When the rows were read, `asOf` by default: what claims to have happened later has a clock that is wrong. */
  readonly readAt?: number;
  readonly sources: readonly MeasureSourceState[];
}

/** What a measure found, before it is stamped. */
export type Finding<Value> =
  | {
      readonly value: Value;
      readonly n: number;
      readonly denominator: number;
      readonly coverage: MeasureCoverage;
    }
  | { readonly unknown: UnknownReason };

/** No platform is older; what claims to be has a clock that began anew. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** Why what happened at a time does not count as of the moment in question, if so. */
export function untimely(
  at: number,
  { asOf, readAt = asOf }: MeasureContext,
): 'future-time' | 'impossible-time' | 'ignore' | undefined {
  if (!(at >= EARLIEST)) {
    return 'impossible-time';
  }
  if (at > readAt) {
    return 'future-time';
  }
  return at > asOf ? 'ignore' : undefined;
}

/** Nothing there to count. */
export const NOTHING_COUNTED: { readonly unknown: UnknownReason } = {
  unknown: { code: 'no-data' },
};

/** A number would tell of single people. */
export const TOO_FEW_PEOPLE: { readonly unknown: UnknownReason } = {
  unknown: { code: 'too-few-people', least: LEAST_PEOPLE },
};

/** Stamps what was found, unless a source of the definition is absent or stale. */
export function measure<Value>(
  definition: MeasureDefinition,
  context: MeasureContext,
  find: () => Finding<Value>,
): MeasureResult<Value> {
  const stamp = {
    definition: { id: definition.id, version: definition.version },
    asOf: new Date(context.asOf).toISOString(),
  };
  const blind = definition.sources
    .map(kind => blindness(kind, context))
    .find(reason => reason !== undefined);
  if (blind) {
    return { kind: 'unknown', reason: blind, ...stamp };
  }
  const finding = find();
  return 'unknown' in finding
    ? { kind: 'unknown', reason: finding.unknown, ...stamp }
    : { kind: 'measured', ...finding, ...stamp };
}

/** Why a source says nothing of the moment in question. Of several sources of one kind the worst decides. */
function blindness(
  source: MeasureSourceKind,
  { asOf, sources }: MeasureContext,
): UnknownReason | undefined {
  const states = sources.filter(({ kind }) => kind === source);
  const reads = states.map(({ lastOkAt }) => lastOkAt);
  if (states.length === 0 || reads.includes(undefined)) {
    return { code: 'source-absent', source };
  }
  const stale = states.find(
    ({ lastOkAt = Number.NEGATIVE_INFINITY, staleAfterMs }) =>
      lastOkAt + staleAfterMs < asOf,
  );
  return (
    stale && {
      code: 'source-stale',
      source,
      lastOkAt: new Date(stale.lastOkAt ?? 0).toISOString(),
    }
  );
}
