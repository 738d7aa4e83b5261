const UNITS = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/**
 * A duration in words with at most two units, such as `3 h 12 min`.
 *
 * @param seconds - a duration in seconds; negative ones count as zero
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex(unit => total >= unit.seconds);
  if (first === -1) return '0 s';
  const { name, seconds: size } = UNITS[first];
  const head = `${Math.floor(total / size)} ${name}`;
  const next = UNITS[first + 1];
  // Seconds beside hours or days would be false precision.
  if (!next || next.name === 's') return head;
  const rest = Math.floor((total % size) / next.seconds);
  return rest === 0 ? head : `${head} ${rest} ${next.name}`;
}
