export * from './calendar';
export * from './riskClass';
export { durationSchema } from './duration';
