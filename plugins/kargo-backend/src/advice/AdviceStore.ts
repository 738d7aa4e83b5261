import type { JudgedAdvice } from '@fairway/plugin-kargo-common';
import type { AdviceRecord } from './AdviceRecord';

/** Keeps advice; several replicas may use one at the same time. */
export interface AdviceStore {
  insert(record: AdviceRecord): Promise<void>;
  get(id: string): Promise<AdviceRecord | undefined>;
  /**
   * Keeps what a person says of advice, unless somebody else said something already: their word stands. Who said
   * something may say something else; saying it again changes nothing.
   *
   * @returns the verdict that stands; `undefined` where there is no such advice
   */
  judge(verdict: JudgedAdvice): Promise<JudgedAdvice | undefined>;
}
