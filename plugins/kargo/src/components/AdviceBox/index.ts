export { SubjectAdvice } from './SubjectAdvice';
