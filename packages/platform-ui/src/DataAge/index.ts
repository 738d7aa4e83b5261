export { DataAge, type DataAgeProps, type Freshness } from './DataAge';
