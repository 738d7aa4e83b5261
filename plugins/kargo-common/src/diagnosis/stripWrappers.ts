import { isInVersionRange, type VersionRange } from './versionRange';

/**
 * A message as the step wrote it, and what the layers above it had added.
 *
 * @public
 */
export interface StrippedMessage {
  readonly text: string;
  /** Alias of the step that the wrappers name. */
  readonly step: string | undefined;
  /** Whether Kargo gives up at once: a further attempt was never planned. */
  readonly unrecoverable: boolean;
  /** Attempts after which Kargo gave up. */
  readonly errorThreshold: number | undefined;
  /** Whether Kargo will try again by itself. */
  readonly willRetry: boolean;
}

interface Wrapper {
  readonly prefix: RegExp;
  readonly versions: VersionRange;
  readonly unrecoverable?: boolean;
}

// Bounded and without overlap between alternatives, so there is nothing to backtrack into.
const ALIAS = '"((?:[^"\\\\]|\\\\.){0,256})"';

/**
 * @see akuity/kargo pkg/promotion/local_orchestrator.go, pkg/promotion/local_executor.go
 */
const WRAPPERS: readonly Wrapper[] = [
  {
    prefix: new RegExp(`^step ${ALIAS} met error threshold of (\\d{1,9}): `),
    versions: {},
  },
  {
    prefix: /^an unrecoverable error occurred: /,
    versions: {},
    unrecoverable: true,
  },
  { prefix: new RegExp(`^error running step ${ALIAS}: `), versions: {} },
  { prefix: new RegExp(`^step ${ALIAS} errored: `), versions: {} },
  // Since 1.10 only results with status Errored get the longer text.
  { prefix: new RegExp(`^step ${ALIAS}: `), versions: { since: '1.10' } },
  { prefix: /^failed to build step context: /, versions: {} },
  {
    prefix: new RegExp(`^error checking if step ${ALIAS} should be skipped: `),
    versions: {},
  },
];

const RETRIED = '; step will be retried';
const DEEPEST = 16;

/**
 * Takes off what the orchestrator and the executor wrap around the message of a step, however nested.
 *
 * @public
 */
export function stripWrappers(
  message: string,
  kargoVersion?: string,
): StrippedMessage {
  const wrappers = WRAPPERS.filter(
    ({ versions }) => isInVersionRange(kargoVersion, versions) !== false,
  );
  let text = message.trim();
  let willRetry = false;
  let unrecoverable = false;
  let step: string | undefined;
  let errorThreshold: number | undefined;
  for (let depth = 0; depth < DEEPEST; depth++) {
    if (text.endsWith(RETRIED)) {
      text = text.slice(0, -RETRIED.length);
      willRetry = true;
    }
    const found = firstPrefix(wrappers, text);
    if (!found) break;
    const [prefix, alias, threshold] = found.match;
    text = text.slice(prefix.length);
    step ??= alias;
    errorThreshold ??= threshold === undefined ? undefined : Number(threshold);
    unrecoverable ||= found.wrapper.unrecoverable ?? false;
  }
  return { text, step, unrecoverable, errorThreshold, willRetry };
}

function firstPrefix(wrappers: readonly Wrapper[], text: string) {
  for (const wrapper of wrappers) {
    const match = wrapper.prefix.exec(text);
    if (match) return { wrapper, match };
  }
  return undefined;
}
