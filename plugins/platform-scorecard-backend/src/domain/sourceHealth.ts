import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';
import type { SourceState, SourceSummary } from '../database';

type Source = Scorecard['sources'][number];

/** What the numbers miss while a polled source cannot be read. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  catalog: 'services that came or went since then are not counted',
  scaffolder: 'runs of templates since then are not seen',
};

/** Joins what is stored of each source with the health of those that are polled. */
export function describeSources(options: {
  readonly summaries: readonly SourceSummary[];
  readonly states: readonly SourceState[];
  readonly syntheticSources: readonly string[];
  readonly polledSources: readonly string[];
}): Source[] {
  const names = new Set([
    ...options.polledSources,
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
      poll: options.polledSources.includes(source)
        ? {
            lastOkAt: toIso(state?.lastOkAt),
            lagSeconds:
              state?.lagMs === undefined
                ? undefined
                : Math.round(state.lagMs / 1000),
            error: state?.error,
          }
        : undefined,
    };
  }).sort((a, b) => a.source.localeCompare(b.source));
}

/** Says which sources are behind and what that means for the numbers. */
export function sourceWarnings(sources: readonly Source[]): string[] {
  return sources.flatMap(({ source, poll }) => {
    if (!poll?.error) {
      return [];
    }
    const since = poll.lastOkAt
      ? `has not been read since ${poll.lastOkAt}`
      : 'has never been read';
    const consequence = CONSEQUENCES[source] ?? 'what it knows is not counted';
    return [`The source ${source} ${since}: ${consequence}.`];
  });
}

function toIso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
