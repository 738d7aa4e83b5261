import type { LedgerFilter } from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import type { LedgerEntryRow } from './tables';

type ListFilter = Exclude<keyof LedgerFilter, 'from' | 'to' | 'onlyBypasses'>;

const COLUMNS: ReadonlyArray<readonly [ListFilter, keyof LedgerEntryRow]> = [
  ['controlPlane', 'control_plane'],
  ['project', 'project'],
  ['stage', 'stage'],
  ['kind', 'kind'],
  ['actorKind', 'actor_kind'],
  ['path', 'path'],
  ['freight', 'freight'],
  ['version', 'version'],
];

/** Narrows a query to the entries that a filter wants. */
export function applyFilter(
  query: Knex.QueryBuilder<LedgerEntryRow>,
  filter: LedgerFilter,
): void {
  for (const [key, column] of COLUMNS) {
    const values = filter[key];
    if (values) query.whereIn(column, values);
  }
  if (filter.from) query.where('at', '>=', Date.parse(filter.from));
  if (filter.to) query.where('at', '<', Date.parse(filter.to));
  if (filter.onlyBypasses) query.whereNotNull('bypass');
}
