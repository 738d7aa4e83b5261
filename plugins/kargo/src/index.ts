/**
 * Kargo promotions on entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
export { kargoPlugin as default } from './plugin';
export {
  kargoApiRef,
  kargoTokenApiRef,
  type HistoryFilter,
  type KargoApi,
  type SignIn,
  type KargoTokenApi,
  type WantedPromotion,
} from './api';
