export { partKey, readPartKey, type Part } from './partKey';
export { useSelect, useSelection } from './useSelection';
