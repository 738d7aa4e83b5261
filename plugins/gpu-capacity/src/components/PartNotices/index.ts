export { PartNotices } from './PartNotices';
