import styles from './series.module.css';

/**
 * What parts of a capacity can be. Each has a colour and a fill of its own, so that it is known without its colour.
 *
 * @public
 */
export type Series =
  | 'used'
  | 'idle'
  | 'unmeasured'
  | 'reserved'
  | 'free'
  | 'stranded'
  | 'blocked'
  | 'lost'
  | 'unknown';

/**
 * Class of an element that looks like the series that its attribute `data-series` names; for drawings of thousands of
 * elements, where a component for each would be slow.
 *
 * @public
 */
export const SERIES_CLASS: string = styles.series;
