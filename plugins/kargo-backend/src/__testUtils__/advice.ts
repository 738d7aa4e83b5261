import type { AdviceRecord } from '../advice/AdviceRecord';

export const adviceSubject = {
  kind: 'promotion',
  controlPlane: 'emea',
  name: 'prod.01k9.76415fe',
} as const;

export const ADVICE_ID = '8c0b1d8e-5c0e-4a3c-9d53-0f8f5e1a2b3c';

/** Advice that Ada got at noon. */
export function recordOf(overrides: Partial<AdviceRecord> = {}): AdviceRecord {
  return {
    id: ADVICE_ID,
    entityRef: 'component:default/orders',
    subject: adviceSubject,
    inputDigest: 'a'.repeat(64),
    model: 'house-model-1',
    output: {
      summary: 'The token has expired.',
      questions: ['Who rotates it?'],
    },
    askedBy: 'user:default/ada',
    at: '2026-11-21T12:00:00.000Z',
    judged: undefined,
    ...overrides,
  };
}

/** What no rule knows, with a secret in it. */
export const secretFailure = {
  status: 'unknown',
  raw: 'https://ada:hunter2@git.example.com/orders.git says no',
  evidence: [],
} as const;
