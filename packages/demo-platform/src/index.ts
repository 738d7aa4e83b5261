/**
 * The company platform that the demo talks to.
 *
 * @packageDocumentation
 */
export {
  startDemoPlatform,
  type DemoPlatform,
  type DemoPlatformOptions,
} from './startDemoPlatform';
