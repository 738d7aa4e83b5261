export { adoption, type Adoption } from './adoption';
export { formatMedian, formatProportion } from './formatEstimate';
export { headline } from './headline';
export type { ServiceLife } from './ServiceLife';
export { serviceLives } from './serviceLives';
export {
  BIRTH_WINDOW_DAYS,
  timeToValue,
  type TimeToValue,
} from './timeToValue';
export { adoptionVerdict, medianVerdict } from './verdicts';
