export { NodeSection } from './NodeSection';
