import { LEDGER_CLASSES } from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

/** Something that varies over the time in which it was observed. */
const spreadSchema = z.object({
  min: z.number(),
  max: z.number(),
  /** Value times milliseconds. */
  sum: z.number(),
  observedMs: z.number(),
});

const integrals = z.partialRecord(z.enum(LEDGER_CLASSES), z.number());

/** What is kept of the units of one kind in a period. Integrals are in milliseconds, so that sums of periods are right. */
export const figuresSchema = z.object({
  observedMs: z.number(),
  /** Unit-milliseconds by class. */
  units: integrals,
  /** The same in physical devices; absent where it is not known what share of one a unit is. */
  devices: integrals.optional(),
  requested: spreadSchema.optional(),
  /** By the number of devices. */
  slots: z.record(z.string(), spreadSchema),
  fragmentation: spreadSchema.optional(),
  utilisation: z
    .object({
      /** Device-milliseconds by twentieths of busy time, each device by its mean over five minutes. */
      histogram: z.array(z.number()),
      /** Device-milliseconds that were held. */
      heldMs: z.number(),
    })
    .optional(),
});

export type Figures = z.infer<typeof figuresSchema>;

export type Spread = z.infer<typeof spreadSchema>;

/** A value that was the same all through some time. */
export function spreadOf(value: number, observedMs: number): Spread {
  return { min: value, max: value, sum: value * observedMs, observedMs };
}

/** Mean over the time that was observed. */
export function meanOf({ sum, observedMs }: Spread): number {
  return observedMs > 0 ? sum / observedMs : 0;
}
