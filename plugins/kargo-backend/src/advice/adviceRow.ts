import {
  ADVICE_VERDICTS,
  adviceSchema,
  adviceSubjectSchema,
} from '@fairway/plugin-kargo-common';
import { z } from 'zod/v4';
import type { AdviceRecord } from './AdviceRecord';

/** Row of the table `advice`. PostgreSQL gives bigint columns as text. */
export interface AdviceRow {
  id: string;
  entity_ref: string;
  subject_kind: string;
  control_plane: string;
  subject_name: string;
  input_digest: string;
  model: string;
  output: string;
  asked_by: string;
  advised_at: number | string;
  verdict: string | null;
  judged_by: string | null;
  judged_at: number | string | null;
}

/** The row of a record. */
export function toAdviceRow(record: AdviceRecord): AdviceRow {
  const { subject, judged } = record;
  return {
    id: record.id,
    entity_ref: record.entityRef,
    subject_kind: subject.kind,
    control_plane: subject.controlPlane,
    subject_name: subject.name,
    input_digest: record.inputDigest,
    model: record.model,
    output: JSON.stringify(record.output),
    asked_by: record.askedBy,
    advised_at: Date.parse(record.at),
    verdict: judged?.verdict ?? null,
    judged_by: judged?.by ?? null,
    judged_at: judged ? Date.parse(judged.at) : null,
  };
}

const verdictSchema = z.enum(ADVICE_VERDICTS);

/**
 * Reads a row back into the record that was stored.
 *
 * @throws where another version of the plugin wrote it in another form
 */
export function fromAdviceRow(row: AdviceRow): AdviceRecord {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    subject: adviceSubjectSchema.parse({
      kind: row.subject_kind,
      controlPlane: row.control_plane,
      name: row.subject_name,
    }),
    inputDigest: row.input_digest,
    model: row.model,
    output: adviceSchema.parse(JSON.parse(row.output)),
    askedBy: row.asked_by,
    at: timeOf(row.advised_at),
    judged:
      row.judged_by === null || row.judged_at === null
        ? undefined
        : {
            verdict: verdictSchema.parse(row.verdict),
            by: row.judged_by,
            at: timeOf(row.judged_at),
          },
  };
}

function timeOf(millis: number | string): string {
  return new Date(Number(millis)).toISOString();
}
