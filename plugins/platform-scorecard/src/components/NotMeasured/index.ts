export { NotMeasured } from './NotMeasured';
