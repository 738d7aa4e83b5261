export { kargoApiRef, type KargoApi } from './KargoApi';
export { KargoClient } from './KargoClient';
