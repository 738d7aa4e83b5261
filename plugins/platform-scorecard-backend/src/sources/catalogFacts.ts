import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { CatalogCursor, KnownService } from './catalogCursor';

/** CloudEvents source of services that the catalog shows. */
export const CATALOG_SOURCE = 'catalog';

/**
 * What appears in this time after the first poll was there before: a catalog that has just started fills up over minutes.
 */
const SETTLING_MS = 10 * 60 * 1000;
/** A service that is absent this many times in a row has gone; fewer may be a hiccup of the catalog. */
const MISSES_TO_RETIRE = 3;

/** A service as the catalog shows it now. */
export interface CatalogService {
  readonly ref: string;
  readonly uid: string;
  readonly team?: string;
  readonly path?: string;
}

/** Compares what the catalog shows now with what is known, and says what happened in between. */
export function catalogFacts(options: {
  readonly cursor: CatalogCursor;
  readonly services: readonly CatalogService[];
  readonly now: number;
}): { readonly facts: PlatformFact[]; readonly cursor: CatalogCursor } {
  const { cursor, services, now } = options;
  const beganAt = cursor.beganAt ?? now;
  const settling = now < beganAt + SETTLING_MS;
  const time = new Date(now).toISOString();
  const facts: PlatformFact[] = [];
  const next: Record<string, KnownService> = {};

  for (const service of services) {
    const before = cursor.services[service.ref];
    const base = {
      specversion: '1.0',
      source: CATALOG_SOURCE,
      time,
      subject: service.ref,
      team: service.team,
    } as const;
    const isNew = !before || before.retired;
    // A service keeps its life when the catalog gives it another uid, as it does after its database was rebuilt.
    const uid = isNew ? service.uid : before.uid;
    const incarnation = (before?.incarnation ?? 0) + (isNew ? 1 : 0);
    const path = service.path ?? (isNew ? undefined : before.path);
    if (isNew) {
      facts.push({
        ...base,
        type: 'dev.fairway.service.created',
        id: `${uid}:created:${incarnation}`,
        data: {
          path,
          // A service that comes back was born earlier.
          observedSince: settling || before ? 'install' : 'birth',
        },
      });
    } else if (path !== undefined && before.path === undefined) {
      facts.push({
        ...base,
        type: 'dev.fairway.service.adopted',
        id: `${uid}:adopted:${path}`,
        data: { path },
      });
    }
    next[service.ref] = { uid, incarnation, misses: 0, retired: false, path };
  }

  for (const [ref, before] of Object.entries(cursor.services)) {
    if (next[ref]) {
      continue;
    }
    const misses = before.retired ? before.misses : before.misses + 1;
    const retired = before.retired || misses >= MISSES_TO_RETIRE;
    if (retired && !before.retired) {
      facts.push({
        specversion: '1.0',
        source: CATALOG_SOURCE,
        type: 'dev.fairway.service.retired',
        id: `${before.uid}:retired:${before.incarnation}`,
        time,
        subject: ref,
        data: { path: before.path },
      });
    }
    next[ref] = { ...before, misses, retired };
  }
  return { facts, cursor: { beganAt, services: next } };
}
