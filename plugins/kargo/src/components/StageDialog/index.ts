export { StageDialog } from './StageDialog';
