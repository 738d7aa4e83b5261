export { DataAge, type DataAgeProps, type Freshness } from './DataAge';
export { isSameTrouble } from './isSameTrouble';
