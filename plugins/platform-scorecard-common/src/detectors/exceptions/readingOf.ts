import type { z } from 'zod/v4';
import { readObject, type Readable } from '../unreadable';
import type { ExceptionReading } from './ExceptionScope';

/** A reader of one kind of object: what its schema reads, it interprets. */
export function readingOf<Schema extends z.ZodType>(
  schema: Schema,
  interpret: (value: z.output<Schema>) => ExceptionReading,
): (object: unknown) => Readable<ExceptionReading> {
  return object => {
    const read = readObject(schema, object);
    return read.ok ? { ok: true, value: interpret(read.value) } : read;
  };
}
