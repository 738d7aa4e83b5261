export {
  kargoApiRef,
  type HistoryFilter,
  type KargoApi,
  type SignIn,
  type WantedPromotion,
} from './KargoApi';
export { KargoClient } from './KargoClient';
export {
  kargoTokenApiRef,
  NoKargoTokens,
  type KargoTokenApi,
} from './KargoTokenApi';
