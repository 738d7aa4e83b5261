export {
  WhyPendingService,
  type NamedThing,
  type WaitingThing,
  type WhyPendingAnswer,
} from './WhyPendingService';
