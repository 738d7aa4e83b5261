export { ExplainedLedger, LedgerBar } from './LedgerBar';
