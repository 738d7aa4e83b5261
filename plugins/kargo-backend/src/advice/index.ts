export { AdviceService } from './AdviceService';
export { AdvisorSlot } from './AdvisorSlot';
export { createAdviceRouter } from './createAdviceRouter';
export { DatabaseAdviceStore } from './DatabaseAdviceStore';
export type { DiagnosisOf } from './DiagnosisOf';
