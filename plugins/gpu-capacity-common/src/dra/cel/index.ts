export { CelSelector, type SelectorResult } from './CelSelector';
