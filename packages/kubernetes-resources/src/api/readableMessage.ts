const MAX_LENGTH = 500;

/** What must not reach people or logs, from messages that servers and libraries wrote. */
const REDACTIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bbearer\s+\S+/gi, '[token]'],
  [/\beyJ[\w-]+(\.[\w-]+)*/g, '[token]'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"',)]+/gi, '[address]'],
  [/(?<![\w.])\d{1,3}(\.\d{1,3}){3}(:\d+)?(?![\w.])/g, '[address]'],
  [/\[[0-9a-f:]*::?[0-9a-f:]*\](:\d+)?/gi, '[address]'],
];

/** A message without addresses and tokens, of bounded length. */
export function readableMessage(message: string): string {
  const text = REDACTIONS.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    message.trim(),
  );
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)} …` : text;
}
