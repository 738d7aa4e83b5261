import { IANAZone } from 'luxon';
import { z } from 'zod/v4';

/** Name of a time zone in the IANA database, such as `Europe/Zurich`. */
export const timeZoneSchema = z
  .string()
  .refine(zone => IANAZone.isValidZone(zone), {
    error: issue => `"${String(issue.input)}" is no IANA time zone`,
  });
