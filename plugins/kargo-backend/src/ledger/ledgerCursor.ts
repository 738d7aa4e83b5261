import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

const positionSchema = z.tuple([z.number().int(), z.string().max(1_024)]);

/** Place of an entry in the order of the ledger. */
export interface LedgerPosition {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: string;
}

/** A position as text that readers hand back and do not look into. */
export function writeCursor({ at, id }: LedgerPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws `InputError` where it is not a cursor */
export function readCursor(cursor: string): LedgerPosition {
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw notACursor();
  }
  const parsed = positionSchema.safeParse(position);
  if (!parsed.success) throw notACursor();
  const [at, id] = parsed.data;
  return { at, id };
}

function notACursor() {
  return new InputError('The cursor is not one that a page of the ledger gave');
}
