export { FactList } from './FactList';
export { FactTime } from './FactTime';
