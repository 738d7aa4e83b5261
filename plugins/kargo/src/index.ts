/**
 * Kargo promotions on entity pages, for the new frontend system.
 *
 * @packageDocumentation
 */
export { kargoPlugin as default } from './plugin';
export {
  kargoApiRef,
  type HistoryFilter,
  type KargoApi,
  type WantedPromotion,
} from './api';
