export { kargoApiRef, type HistoryFilter, type KargoApi } from './KargoApi';
export { KargoClient } from './KargoClient';
