import {
  adoption,
  adoptionVerdict,
  BIRTH_WINDOW_DAYS,
  factKind,
  headline,
  isPlatformFact,
  medianVerdict,
  serviceLives,
  timeToValue,
  type FactKind,
  type FactList,
  type Scorecard,
} from '@fairway/plugin-platform-scorecard-common';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { PlatformFactStore } from '../database';
import { isoWeeks } from '../domain/isoWeeks';
import { describeSources, sourceWarnings } from '../domain/sourceHealth';

/** Two quarters: long enough to see a trend, short enough to read. */
const WEEKS_SHOWN = 26;
/** A quarter: the period over which a change is judged. */
const CHANGE_WEEKS = 13;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

type Synthetic = 'include' | 'exclude';

/** Reads the scorecard and the facts behind it from the store. */
export class ScorecardService {
  static create(options: {
    readonly getStore: () => PlatformFactStore;
    readonly timeZone: string;
    readonly syntheticSources: readonly string[];
    readonly polledSources: ReadonlyArray<
      Pick<FactSource, 'id' | 'consequence'>
    >;
    readonly now?: () => number;
  }): ScorecardService {
    return new ScorecardService(options);
  }

  readonly #getStore: () => PlatformFactStore;
  readonly #timeZone: string;
  readonly #syntheticSources: readonly string[];
  readonly #polledSources: ReadonlyArray<
    Pick<FactSource, 'id' | 'consequence'>
  >;
  readonly #now: () => number;

  private constructor(options: Parameters<typeof ScorecardService.create>[0]) {
    this.#getStore = options.getStore;
    this.#timeZone = options.timeZone;
    this.#syntheticSources = options.syntheticSources;
    this.#polledSources = options.polledSources;
    this.#now = options.now ?? Date.now;
  }

  async getScorecard(options: {
    readonly synthetic: Synthetic;
  }): Promise<Scorecard> {
    const store = this.#getStore();
    const [facts, summaries, states] = await Promise.all([
      store.listServiceFacts({ excludeSources: this.#excluded(options) }),
      store.summariseSources(),
      store.listSourceStates(),
    ]);
    const now = this.#now();
    const then = now - CHANGE_WEEKS * WEEK_MS;
    const lives = serviceLives({
      facts,
      syntheticSources: this.#syntheticSources,
    });
    const value = timeToValue(lives, now);
    const numbers = {
      adoption: {
        ...adoption(lives, now),
        unknownBirth: value.unknownBirth,
        change: {
          verdict: adoptionVerdict(lives, now, then),
          weeks: CHANGE_WEEKS,
        },
      },
      timeToValue: {
        ...value,
        windowDays: BIRTH_WINDOW_DAYS,
        change: {
          verdict: medianVerdict(value.median, timeToValue(lives, then).median),
          weeks: CHANGE_WEEKS,
        },
      },
    };
    const sources = describeSources({
      summaries,
      states,
      syntheticSources: this.#syntheticSources,
      polledSources: this.#polledSources,
    });
    return {
      asOf: new Date(now).toISOString(),
      timeZone: this.#timeZone,
      syntheticIncluded: options.synthetic === 'include',
      headline: headline(numbers),
      warnings: sourceWarnings(sources, this.#polledSources),
      ...numbers,
      weeks: isoWeeks({
        now,
        timeZone: this.#timeZone,
        count: WEEKS_SHOWN,
      }).map(week => {
        const at = Math.min(week.end - 1, now);
        return {
          week: week.name,
          start: new Date(week.start).toISOString(),
          end: new Date(week.end).toISOString(),
          partial: week.partial,
          adoption: adoption(lives, at).share,
          timeToValue: timeToValue(lives, at).median,
        };
      }),
      sources,
    };
  }

  async listFacts(options: {
    readonly kind?: FactKind;
    readonly synthetic: Synthetic;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<FactList> {
    const { items, next } = await this.#getStore().listFacts({
      kind: options.kind,
      excludeSources: this.#excluded(options),
      limit: options.limit,
      before: options.cursor === undefined ? undefined : Number(options.cursor),
    });
    return {
      items: items.map(({ fact, observedAt }) => ({
        source: fact.source,
        id: fact.id,
        kind: isPlatformFact(fact) ? factKind(fact) : fact.type,
        known: isPlatformFact(fact),
        subject: fact.subject ?? '',
        team: fact.team,
        time: fact.time,
        observedAt: new Date(observedAt).toISOString(),
        synthetic: this.#syntheticSources.includes(fact.source),
        capability: fact.capability,
        supersedes: fact.supersedes,
        data: isPlatformFact(fact) ? { ...fact.data } : {},
      })),
      nextCursor: next === undefined ? undefined : String(next),
    };
  }

  #excluded(options: { readonly synthetic: Synthetic }): readonly string[] {
    return options.synthetic === 'exclude' ? this.#syntheticSources : [];
  }
}
