/**
 * A day of 24 hours: what is measured between two moments does not care for the clocks of any zone.
 */
export const DAY_MS = 24 * 60 * 60 * 1000;
