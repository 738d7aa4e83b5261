/**
 * What a number means. A change of what is counted is a new version, and begins a new series.
 *
 * @public
 */
export interface MeasureDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** What is counted, over what. */
  readonly counted: string;
  readonly notCounted: string;
  /** What is measured is unknown unless each of these was read lately. */
  readonly sources: readonly MeasureSourceKind[];
}

/**
 * Where a measure reads from.
 *
 * @public
 */
export type MeasureSourceKind =
  | 'catalog'
  | 'scaffolder'
  | 'delivery'
  | 'activity'
  | 'survey'
  | 'bypass'
  | 'exceptions';
