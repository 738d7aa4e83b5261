export { OwnCapacity } from './OwnCapacity';
