export { DataAge, type DataAgeProps } from './DataAge';
export { isSameTrouble } from './isSameTrouble';
