import type { LedgerContext } from './LedgerContext';

/** Longer texts, which are outputs of tools, are found where the evidence is. */
const MAX_LENGTH = 4_000;

/** A text without its secrets, and of bounded length; absent where there is none. */
export function redacted(
  text: string | undefined,
  context: LedgerContext,
): string | undefined {
  if (!text) return undefined;
  const clean = context.redact?.(text) ?? text;
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean;
}
