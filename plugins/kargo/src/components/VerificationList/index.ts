export { VerificationList } from './VerificationList';
