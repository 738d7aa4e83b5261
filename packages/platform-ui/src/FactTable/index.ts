export { FactTable, type FactColumn, type FactTableProps } from './FactTable';
