export {
  ACTOR_KINDS,
  actorOf,
  actorSchema,
  type Actor,
  type ActorKind,
} from './actor';
export { recordedActorWords } from './actorWords';
export {
  BYPASS_REASONS,
  MANUAL_APPROVAL,
  bypassOf,
  bypassSchema,
  type Bypass,
  type BypassReason,
} from './bypass';
export { freightEntries, type LedgerFreight } from './freightEntries';
export {
  historyExportQuerySchema,
  historyItemSchema,
  historyPageSchema,
  historyQuerySchema,
  ledgerFilterSchema,
  type HistoryExportQuery,
  type HistoryItem,
  type HistoryPage,
  type HistoryQuery,
  type LedgerFilter,
} from './historyContract';
export type {
  LedgerContext,
  LedgerDiagnosis,
  PortalApproval,
  StageContent,
} from './LedgerContext';
export {
  LEDGER_ENTRY_KINDS,
  PORTAL_ACTIONS,
  PROMOTION_OUTCOMES,
  actionEntryId,
  ledgerEntrySchema,
  type LedgerEntry,
  type LedgerEntryKind,
  type LedgerEntryOf,
  type PortalAction,
  type PromotionOutcome,
} from './ledgerEntry';
export { LEDGER_COLUMNS, ledgerRow } from './ledgerRow';
export { ledgerStage } from './ledgerStage';
export { ledgerSentence } from './ledgerSentence';
export {
  closingIds,
  ledgerThread,
  vanishedEntry,
  type LedgerThread,
} from './ledgerThread';
export type { LedgerPromotion } from './LedgerPromotion';
export {
  promotionEntries,
  promotionFinishedId,
  promotionKey,
} from './promotionEntries';
export {
  DEFAULT_ALLOWED_PATHS,
  PROMOTION_PATHS,
  promotionPath,
  type PromotionPath,
} from './promotionPath';
export {
  stageEntries,
  stageKey,
  type LedgerHold,
  type LedgerStage,
  type LedgerVerification,
} from './stageEntries';
