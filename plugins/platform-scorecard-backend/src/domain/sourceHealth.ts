import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { SourceState, SourceSummary } from '../database';

type Source = Scorecard['sources'][number];
type PolledSource = Pick<FactSource, 'id' | 'consequence'>;

/** Joins what is stored of each source with the health of those that are polled. */
export function describeSources(options: {
  readonly summaries: readonly SourceSummary[];
  readonly states: readonly SourceState[];
  readonly syntheticSources: readonly string[];
  readonly polledSources: readonly PolledSource[];
}): Source[] {
  const polled = new Set(options.polledSources.map(({ id }) => id));
  const names = new Set([
    ...polled,
    ...options.summaries.map(({ source }) => source),
  ]);
  return Array.from(names, source => {
    const summary = options.summaries.find(item => item.source === source);
    const state = options.states.find(item => item.source === source);
    return {
      source,
      facts: summary?.facts ?? 0,
      unknownKinds: summary?.unknownKinds ?? 0,
      synthetic: options.syntheticSources.includes(source),
      firstFactAt: toIso(summary?.firstFactAt),
      lastFactAt: toIso(summary?.lastFactAt),
      poll: polled.has(source)
        ? {
            lastOkAt: toIso(state?.lastOkAt),
            lagSeconds:
              state?.lagMs === undefined
                ? undefined
                : Math.round(state.lagMs / 1000),
            error: state?.error,
            partial: state?.partial,
          }
        : undefined,
    };
  }).sort((a, b) => a.source.localeCompare(b.source));
}

/** Says which sources are behind or incomplete and what that means for the numbers. */
export function sourceWarnings(
  sources: readonly Source[],
  polledSources: readonly PolledSource[],
): string[] {
  return sources.flatMap(({ source, poll }) => {
    if (poll?.error) {
      const since = poll.lastOkAt
        ? `has not been read since ${poll.lastOkAt}`
        : 'has never been read';
      const consequence =
        polledSources.find(({ id }) => id === source)?.consequence ??
        'what it knows is not counted';
      return [`The source ${source} ${since}: ${consequence}.`];
    }
    return poll?.partial
      ? [`The source ${source} is read in part: ${poll.partial}`]
      : [];
  });
}

function toIso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
