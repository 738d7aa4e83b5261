export { RollbackPanel } from './RollbackPanel';
