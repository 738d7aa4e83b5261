import type {
  Advice,
  AdviceSubject,
  JudgedAdvice,
} from '@fairway/plugin-kargo-common';

/** What a model said, to whom, and what people made of it. */
export interface AdviceRecord {
  readonly id: string;
  readonly entityRef: string;
  readonly subject: AdviceSubject;
  /** SHA-256 of the evidence, as hex. */
  readonly inputDigest: string;
  readonly model: string;
  readonly output: Advice;
  /** Entity ref of the person. */
  readonly askedBy: string;
  /** ISO 8601. */
  readonly at: string;
  readonly judged: Omit<JudgedAdvice, 'id'> | undefined;
}
