export { PoolCapacity } from './PoolCapacity';
