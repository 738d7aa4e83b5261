/** Whether an exception covers something: `maybe` where a condition is not evaluated here. */
export type Coverage = 'yes' | 'maybe' | 'no';

/** Covered only where all parts cover it. */
export function allOf(parts: readonly Coverage[]): Coverage {
  if (parts.includes('no')) {
    return 'no';
  }
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

/** Covered where any part covers it. */
export function anyOf(parts: readonly Coverage[]): Coverage {
  if (parts.includes('yes')) {
    return 'yes';
  }
  return parts.includes('maybe') ? 'maybe' : 'no';
}

/** Certain, one way or the other. */
export function certain(covered: boolean): Coverage {
  return covered ? 'yes' : 'no';
}
