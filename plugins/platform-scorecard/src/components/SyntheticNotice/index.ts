export { SyntheticNotice } from './SyntheticNotice';
