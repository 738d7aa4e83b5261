export { FreightTable } from './FreightTable';
