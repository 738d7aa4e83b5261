export { ConnectingLedgerStore } from './ConnectingLedgerStore';
export { DatabaseLedgerStore } from './DatabaseLedgerStore';
export { exportCsv, exportJson } from './exportLedger';
export { LedgerRecorder, type RecorderTiming } from './LedgerRecorder';
export type { LedgerSource } from './LedgerSource';
export type { LedgerPage, LedgerStore, OpenThread } from './LedgerStore';
export {
  readHistoryConfig,
  retentionStart,
  type HistoryConfig,
} from './readHistoryConfig';
export type { RecorderSettings } from './SourceRecorder';
