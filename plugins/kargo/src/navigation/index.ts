export { partKey, readPartKey, type Part } from './partKey';
export { useSelection } from './useSelection';
