import type { MeasureSourceKind } from './MeasureDefinition';

/**
 * Why something could not be counted, and how many there are of it.
 *
 * @public
 */
export interface LeftOut {
  readonly reason:
    | 'unknown-birth'
    | 'unknown-eligibility'
    | 'future-time'
    | 'impossible-time'
    | 'out-of-scale'
    | 'time-before-birth'
    | 'not-comparable'
    | 'not-observed'
    | 'undecided';
  readonly count: number;
}

/**
 * How much of what should have been counted was counted.
 *
 * @public
 */
export interface MeasureCoverage {
  readonly measured: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Why there is no number. The last number is never shown in its place, nor 0.
 *
 * @public
 */
export type UnknownReason =
  | { readonly code: 'source-absent'; readonly source: MeasureSourceKind }
  | {
      readonly code: 'source-stale';
      readonly source: MeasureSourceKind;
      /** UTC, ISO 8601. */
      readonly lastOkAt: string;
    }
  | { readonly code: 'no-data' }
  | {
      readonly code: 'too-few-people';
      /** The fewest people of whom a number is told. */
      readonly least: number;
    };

/**
 * A number with all that is needed to read it, or the reason why there is none.
 *
 * @public
 */
export type MeasureResult<Value> =
  | ({
      readonly kind: 'measured';
      readonly value: Value;
      /** What the estimate rests on. */
      readonly n: number;
      /** The population that the number is about. */
      readonly denominator: number;
      readonly coverage: MeasureCoverage;
    } & MeasureStamp)
  | ({
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
    } & MeasureStamp);

/**
 * Which definition was applied, as of when.
 *
 * @public
 */
export interface MeasureStamp {
  readonly definition: { readonly id: string; readonly version: number };
  /** UTC, ISO 8601. */
  readonly asOf: string;
}
