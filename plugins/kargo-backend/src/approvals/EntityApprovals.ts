import { NotFoundError } from '@backstage/errors';
import type {
  ApprovalPurpose,
  ApprovalRequest,
} from '@fairway/plugin-kargo-common';
import type { PreflightService } from '../preflight/PreflightService';
import type { EntityProjects } from '../services/EntityProjects';
import type { ApprovalService } from './ApprovalService';
import type { CallerOptions, People } from './People';

const MAX_LISTED = 100;

/** Requests for approvals of the promotions of an entity, by people who are signed in. */
export class EntityApprovals {
  readonly #approvals: ApprovalService;
  readonly #entityProjects: EntityProjects;
  readonly #preflights: PreflightService;
  readonly #people: People;

  constructor(options: {
    readonly approvals: ApprovalService;
    readonly entityProjects: EntityProjects;
    readonly preflights: PreflightService;
    readonly people: People;
  }) {
    this.#approvals = options.approvals;
    this.#entityProjects = options.entityProjects;
    this.#preflights = options.preflights;
    this.#people = options.people;
  }

  /** @throws `NotFoundError`, `NotAllowedError`, `InputError` or `ConflictError` saying why not */
  async request(
    entityRef: string,
    wanted: {
      readonly controlPlane: string;
      readonly stage: string;
      readonly freight: string;
      readonly purpose: ApprovalPurpose;
      readonly reason: string;
    },
    options: CallerOptions,
  ): Promise<ApprovalRequest> {
    const { project, stage, freight, riskClass } = await this.#preflights.find(
      entityRef,
      wanted,
      options,
    );
    return this.#approvals.request({
      caller: await this.#people.callerOf(options),
      purpose: wanted.purpose,
      binding: {
        controlPlane: project.controlPlane.name,
        project: stage.project,
        stage: stage.name,
        freight: freight.name,
      },
      riskClass,
      ownerRef: project.ownerRef,
      reason: wanted.reason,
    });
  }

  /** The newest first, over all control planes of the entity. */
  async list(
    entityRef: string,
    options: CallerOptions,
  ): Promise<readonly ApprovalRequest[]> {
    const scope = await this.#entityProjects.find(entityRef, options);
    if (scope.status === 'nothing') return [];
    const requests = await this.#approvals.list(
      { project: scope.project },
      { limit: MAX_LISTED },
    );
    return requests.filter(request =>
      scope.projects.some(item => belongsTo(request, item)),
    );
  }

  /** @throws as `request` does */
  async decide(
    entityRef: string,
    decision: {
      readonly id: string;
      readonly verdict: 'approve' | 'reject';
      readonly comment?: string;
    },
    options: CallerOptions,
  ): Promise<ApprovalRequest> {
    await this.#requireOwn(entityRef, decision.id, options);
    const caller = await this.#people.callerOf(options);
    return this.#approvals.decide({ ...decision, caller });
  }

  /** @throws as `request` does */
  async withdraw(
    entityRef: string,
    id: string,
    options: CallerOptions,
  ): Promise<ApprovalRequest> {
    await this.#requireOwn(entityRef, id, options);
    const caller = await this.#people.callerOf(options);
    return this.#approvals.withdraw({ id, caller });
  }

  /** A request is reached through the entity that it belongs to, whose rights decide. */
  async #requireOwn(
    entityRef: string,
    id: string,
    options: CallerOptions,
  ): Promise<void> {
    const request = await this.#approvals.get(id);
    const scope = await this.#entityProjects.find(entityRef, options);
    const isOwn =
      scope.status === 'projects' &&
      scope.projects.some(item => belongsTo(request, item));
    if (!isOwn) throw new NotFoundError(`There is no approval ${id}.`);
  }
}

function belongsTo(
  { binding }: ApprovalRequest,
  item: {
    readonly controlPlane: { readonly name: string };
    readonly project: string;
    readonly stageNames: readonly string[] | undefined;
  },
): boolean {
  return (
    binding.controlPlane === item.controlPlane.name &&
    binding.project === item.project &&
    (item.stageNames?.includes(binding.stage) ?? true)
  );
}
