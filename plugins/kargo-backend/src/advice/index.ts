export { AdviceService } from './AdviceService';
export { AdvisorSlot } from './AdvisorSlot';
export { ConnectingAdviceStore } from './ConnectingAdviceStore';
export { createAdviceRouter } from './createAdviceRouter';
export { DatabaseAdviceStore } from './DatabaseAdviceStore';
export { diagnosisReader } from './diagnosisReader';
export type { DiagnosisOf } from './DiagnosisOf';
