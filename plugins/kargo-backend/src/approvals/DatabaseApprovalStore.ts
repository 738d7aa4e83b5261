import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  ApprovalRequest,
  ApprovalResult,
} from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import {
  fromApprovalRow,
  openKey,
  toApprovalRow,
  type ApprovalRow,
} from './approvalRow';
import type {
  ApprovalChange,
  ApprovalFilter,
  ApprovalStore,
  ChangeOutcome,
} from './ApprovalStore';

const MAX_ATTEMPTS = 20;
const MAX_PAUSE_MS = 20;

/** Ends a transaction without keeping anything. */
class NotKept extends Error {
  constructor(readonly outcome: ChangeOutcome | 'outrun') {
    super('The change is not kept');
  }
}

/**
 * Keeps requests in the plugin's database, SQLite or PostgreSQL. A change is written only over the version that it was
 * decided about, so of two replicas that change a request at the same time, one decides again.
 */
export class DatabaseApprovalStore implements ApprovalStore {
  /** @param options - `client`: a database that has the tables already */
  static create(options: {
    readonly client: Knex;
    readonly logger: LoggerService;
  }): DatabaseApprovalStore {
    return new DatabaseApprovalStore(options.client, options.logger);
  }

  readonly #client: Knex;
  readonly #logger: LoggerService;

  private constructor(client: Knex, logger: LoggerService) {
    this.#client = client;
    this.#logger = logger;
  }

  async insert(
    request: ApprovalRequest,
  ): Promise<{ added: boolean; request: ApprovalRequest }> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const added = await this.#client<ApprovalRow>('approvals')
        .insert(toApprovalRow(request, 1))
        .onConflict('open_key')
        .ignore()
        .returning('id');
      if (added.length > 0) return { added: true, request };
      const row = await this.#client<ApprovalRow>('approvals')
        .where({ open_key: openKey(request) })
        .first();
      // It may have come to its end in between; then there is room for the new one.
      if (row) return { added: false, request: readRow(row) };
    }
    throw outrun(request.id);
  }

  async get(id: string): Promise<ApprovalRequest | undefined> {
    const row = await this.#client<ApprovalRow>('approvals')
      .where({ id })
      .first();
    return row && readRow(row);
  }

  async list(
    filter: ApprovalFilter,
    options: { readonly limit: number },
  ): Promise<ApprovalRequest[]> {
    const columns = {
      control_plane: filter.controlPlane,
      project: filter.project,
      stage: filter.stage,
      freight: filter.freight,
      state: filter.state,
    };
    const query = this.#client<ApprovalRow>('approvals')
      .orderBy('requested_at', 'desc')
      .orderBy('id')
      .limit(options.limit);
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined) query.where(column, value);
    }
    const rows = await query;
    return rows.flatMap(row => {
      const result = fromApprovalRow(row);
      if (result.ok) return [result.request];
      // Written by another version of the plugin: one row that cannot be read must not hide the others.
      this.#logger.warn(
        `Approval ${row.id} cannot be read and is left out: ${result.reason}`,
      );
      return [];
    });
  }

  async listOver(options: {
    readonly at: string;
    readonly limit: number;
  }): Promise<string[]> {
    const rows = await this.#client<ApprovalRow>('approvals')
      .select('id')
      .whereIn('state', ['pending', 'approved'])
      .where('expires_at', '<=', Date.parse(options.at))
      .orderBy('expires_at')
      .limit(options.limit);
    return rows.map(({ id }) => id);
  }

  async change(
    ids: readonly string[],
    change: (request: ApprovalRequest) => ApprovalResult<ApprovalRequest>,
  ): Promise<ChangeOutcome> {
    // In one order everywhere, so that two changes of the same requests do not wait for each other.
    const inOrder = [...new Set(ids)].sort();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const outcome = await this.#tryChange(inOrder, change);
      if (outcome !== 'outrun') return outcome;
      await pause(Math.random() * MAX_PAUSE_MS);
    }
    throw outrun(inOrder.join(', '));
  }

  async #tryChange(
    ids: readonly string[],
    change: (request: ApprovalRequest) => ApprovalResult<ApprovalRequest>,
  ): Promise<ChangeOutcome | 'outrun'> {
    try {
      return await this.#client.transaction(async trx => {
        const changes: ApprovalChange[] = [];
        for (const id of ids) {
          changes.push(...(await changeOne(trx, id, change)));
        }
        return { status: 'changed', changes };
      });
    } catch (error) {
      if (error instanceof NotKept) return error.outcome;
      throw error;
    }
  }
}

/** Nothing where the request stays as it is. */
async function changeOne(
  trx: Knex.Transaction,
  id: string,
  change: (request: ApprovalRequest) => ApprovalResult<ApprovalRequest>,
): Promise<ApprovalChange[]> {
  const row = await trx<ApprovalRow>('approvals').where({ id }).first();
  if (!row) throw new NotKept({ status: 'not-found', id });
  const before = readRow(row);
  const result = change(before);
  if (!result.ok) {
    throw new NotKept({ status: 'refused', id, refusal: result.refusal });
  }
  const after = result.request;
  if (after === before) return [];
  const updated = await trx<ApprovalRow>('approvals')
    .where({ id, version: row.version })
    .update(toApprovalRow(after, row.version + 1));
  if (updated === 0) throw new NotKept('outrun');
  return [{ before, after }];
}

function readRow(row: ApprovalRow): ApprovalRequest {
  const result = fromApprovalRow(row);
  if (!result.ok) {
    throw new Error(`Approval ${row.id} cannot be read: ${result.reason}`);
  }
  return result.request;
}

function outrun(ids: string): ConflictError {
  return new ConflictError(
    `Others change the approval ${ids} at the same time. Try again.`,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}
