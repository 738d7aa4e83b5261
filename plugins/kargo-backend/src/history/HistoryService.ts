import { NotFoundError } from '@backstage/errors';
import {
  ledgerSentence,
  type HistoryPage,
  type HistoryQuery,
  type LedgerFilter,
} from '@fairway/plugin-kargo-common';
import { exportCsv, exportJson, type LedgerStore } from '../ledger';
import type { EntityProject, EntityProjects } from '../services/EntityProjects';
import type { CallerOptions } from '../services/KargoPromotionsService';

/** Reads the ledger for entities that the caller may see. */
export class HistoryService {
  readonly #entityProjects: EntityProjects;
  readonly #ledger: LedgerStore;

  constructor(options: {
    readonly entityProjects: EntityProjects;
    readonly ledger: LedgerStore;
  }) {
    this.#entityProjects = options.entityProjects;
    this.#ledger = options.ledger;
  }

  /** @throws `NotFoundError` where the caller can see no such entity, or nothing of it can have a history */
  async read(
    entityRef: string,
    query: HistoryQuery,
    options: CallerOptions,
  ): Promise<HistoryPage> {
    const { cursor, limit, ...wanted } = query;
    const filter = await this.#narrow(entityRef, wanted, options);
    const [page, total] = await Promise.all([
      this.#ledger.find(filter, { limit, cursor }),
      this.#ledger.count(filter),
    ]);
    return {
      items: page.entries.map(entry => ({
        summary: ledgerSentence(entry),
        entry,
      })),
      next: page.next,
      total,
    };
  }

  /** The same as a file, part by part. @throws as `read` does */
  async export(
    entityRef: string,
    wanted: LedgerFilter,
    format: 'csv' | 'json' | 'jsonl',
    options: CallerOptions,
  ): Promise<AsyncGenerator<string>> {
    const filter = await this.#narrow(entityRef, wanted, options);
    return format === 'csv'
      ? exportCsv(this.#ledger, filter)
      : exportJson(this.#ledger, filter, format);
  }

  /** Whatever is asked for, only what belongs to the entity. */
  async #narrow(
    entityRef: string,
    wanted: LedgerFilter,
    options: CallerOptions,
  ): Promise<LedgerFilter> {
    const scope = await this.#entityProjects.find(entityRef, options);
    if (scope.status === 'nothing') throw new NotFoundError(scope.headline);
    const own = (
      asked: readonly string[] | undefined,
      allowed: readonly string[],
    ) => allowed.filter(name => asked?.includes(name) ?? true);
    const controlPlane = own(
      wanted.controlPlane,
      scope.projects.map(item => item.controlPlane.name),
    );
    const stageNames = ownStages(scope.projects);
    const stage = stageNames ? own(wanted.stage, stageNames) : wanted.stage;
    if (controlPlane.length === 0 || stage?.length === 0) {
      throw new NotFoundError(
        `${entityRef} has no such stage or control plane`,
      );
    }
    return { ...wanted, controlPlane, project: [scope.project], stage };
  }
}

/** Stages of an entity on all its control planes; `undefined` where all stages are its own. */
function ownStages(
  projects: ReadonlyArray<Pick<EntityProject, 'stageNames'>>,
): readonly string[] | undefined {
  const names = projects.map(({ stageNames }) => stageNames);
  return names.includes(undefined)
    ? undefined
    : [...new Set(names.flatMap(some => some ?? []))];
}
