/**
 * One element of the answer to an instant query.
 *
 * @public
 */
export interface MetricSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** As Prometheus has it, so possibly not finite. */
  readonly value: number;
}
