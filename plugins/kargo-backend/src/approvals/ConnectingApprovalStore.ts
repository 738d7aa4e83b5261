import type { ApprovalRequest } from '@fairway/plugin-kargo-common';
import { Connection } from '../database/Connection';
import type {
  ApprovalFilter,
  ApprovalStore,
  ChangeOutcome,
} from './ApprovalStore';

/** Approvals in a database that may be away when the backend starts. */
export class ConnectingApprovalStore implements ApprovalStore {
  static create(options: {
    readonly connect: () => Promise<ApprovalStore>;
  }): ConnectingApprovalStore {
    return new ConnectingApprovalStore(
      new Connection({ what: 'the approvals', ...options }),
    );
  }

  readonly #connection: Connection<ApprovalStore>;

  private constructor(connection: Connection<ApprovalStore>) {
    this.#connection = connection;
  }

  async insert(request: ApprovalRequest) {
    return (await this.#connection.get()).insert(request);
  }

  async get(id: string) {
    return (await this.#connection.get()).get(id);
  }

  async list(filter: ApprovalFilter, options: { readonly limit: number }) {
    return (await this.#connection.get()).list(filter, options);
  }

  async listOver(options: { readonly at: string; readonly limit: number }) {
    return (await this.#connection.get()).listOver(options);
  }

  async change(
    ...args: Parameters<ApprovalStore['change']>
  ): Promise<ChangeOutcome> {
    return (await this.#connection.get()).change(...args);
  }
}
