export { PromoteSection } from './PromoteSection';
