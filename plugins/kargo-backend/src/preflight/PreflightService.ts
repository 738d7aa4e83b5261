import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  approverGroupsOf,
  preflight,
  type ApprovalActor,
  type ApprovalRequest,
  type Freight,
  type Observed,
  type PortalAction,
  type PreflightInput,
  type PreflightView,
  type RiskClass,
  type Stage,
} from '@fairway/plugin-kargo-common';
import type { ApprovalService } from '../approvals';
import type { CallerOptions } from '../approvals/People';
import { controlledStage } from '../controls/controlledStage';
import type { StageControls } from '../controls/StageControls';
import { findFreight } from '../domain/findFreight';
import {
  projectUrl,
  type ControlPlaneLinks,
} from '../domain/ControlPlaneLinks';
import { entityStage } from '../services/entityStage';
import type { EntityProject, EntityProjects } from '../services/EntityProjects';
import type { ActionFacts } from './ActionFacts';
import { preflightInput } from './preflightInput';

const MAX_REQUESTS = 50;

/** Which freight into which stage. */
export interface WantedPromotion {
  readonly controlPlane: string;
  readonly stage: string;
  /** Name, alias or version. */
  readonly freight: string;
  readonly intent: PreflightInput['intent'];
}

/** A promotion that was found to be possible in principle. */
export interface FoundPromotion {
  readonly project: EntityProject;
  readonly stage: Stage;
  readonly freight: Freight;
  readonly riskClass: RiskClass;
}

/** What the controls say, and the approvals that the promotion would use up. */
export interface PreflightResult {
  readonly view: PreflightView;
  readonly uses: readonly string[];
  /** Whose second pair of eyes broke the glass; absent where it is not broken. */
  readonly confirmedBy: ApprovalActor | undefined;
}

const ACTION_OF_INTENT: Readonly<
  Record<PreflightInput['intent'], PortalAction>
> = {
  promote: 'promote',
  rollback: 'promote',
  resume: 'resume-auto-promotion',
};

/** Asks every control about a promotion, with the rights of the caller. */
export class PreflightService {
  readonly #approvals: ApprovalService;
  readonly #controls: StageControls;
  readonly #entityProjects: EntityProjects;
  readonly #facts: ActionFacts;
  readonly #links: ReadonlyMap<string, ControlPlaneLinks>;

  constructor(options: {
    readonly approvals: ApprovalService;
    readonly controls: StageControls;
    readonly entityProjects: EntityProjects;
    readonly facts: ActionFacts;
    readonly links: ReadonlyMap<string, ControlPlaneLinks>;
  }) {
    this.#approvals = options.approvals;
    this.#controls = options.controls;
    this.#entityProjects = options.entityProjects;
    this.#facts = options.facts;
    this.#links = options.links;
  }

  /** @throws `NotFoundError` where the entity has no such stage, or the project no such freight */
  async find(
    entityRef: string,
    wanted: Omit<WantedPromotion, 'intent'>,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<FoundPromotion> {
    const project = await this.#entityProjects.findOne(
      entityRef,
      wanted.controlPlane,
      options,
    );
    const { controlPlane } = project;
    const stage = entityStage(project, wanted.stage);
    return {
      project,
      stage,
      freight: findFreight(
        wanted.freight,
        controlPlane.freightOf(project.project),
      ),
      riskClass: this.#controls.classOf(controlledStage(project, stage))
        .riskClass,
    };
  }

  /** @throws as `find` does */
  async check(
    entityRef: string,
    wanted: WantedPromotion,
    options: CallerOptions,
  ): Promise<PreflightView> {
    return (await this.examine(entityRef, wanted, options)).view;
  }

  /** The same with what it would use up. @throws as `find` does */
  async examine(
    entityRef: string,
    wanted: WantedPromotion,
    options: CallerOptions,
  ): Promise<PreflightResult> {
    const { project, stage, freight, riskClass } = await this.find(
      entityRef,
      wanted,
      options,
    );
    const { controlPlane } = project;
    const at = new Date();
    const controlled = controlledStage(project, stage);
    const state = controlPlane.stateOf(project.project, at, (item, time) =>
      this.#controls.closedWindow(controlledStage(project, item), time),
    );
    const executionMode = this.#controls.executionMode(riskClass);
    const approvals = await this.approvalsFor(
      controlPlane.name,
      stage,
      freight,
    );
    const asked = {
      entityRef,
      action: ACTION_OF_INTENT[wanted.intent],
      controlPlane: controlPlane.name,
      project: stage.project,
      stage: stage.name,
    };
    const input = preflightInput({
      state,
      stage,
      freight,
      controlPlane: controlPlane.name,
      riskClass,
      executionMode,
      intent: wanted.intent,
      window: this.#controls.freezeState(controlled, at),
      calendarGaps: this.#controls.calendarGaps(controlled),
      approvals,
      support: this.#facts.supportOf(controlPlane.name, asked.action, options),
      permission: await this.#facts.permissionOf(
        entityRef,
        asked.action,
        options,
      ),
      clusterAccess:
        executionMode === 'execute'
          ? await this.#facts.accessOf(asked, options)
          : { status: 'unknown', reason: 'nobody asked the control plane' },
    });
    const { decision, blockers, warnings, overridden, uses } = preflight(input);
    const url = projectUrl(this.#links.get(controlPlane.name), stage.project);
    const view: PreflightView = {
      decision,
      binding: input.binding,
      version: freight.version,
      blockers: [...blockers],
      warnings: [...warnings],
      overridden: [...overridden],
      executionMode,
      handOffUrl:
        url && `${url}/promote/freight/${freight.name}/stage/${stage.name}`,
      approvers: {
        count: riskClass.approvers.count,
        groups: [
          ...approverGroupsOf({ riskClass, ownerRef: project.ownerRef }),
        ],
      },
      requests: approvals.status === 'observed' ? [...approvals.value] : [],
    };
    const glass = view.requests.find(
      ({ id, purpose }) => purpose === 'break-glass' && uses.includes(id),
    );
    return { view, uses, confirmedBy: glass?.decisions[0]?.by };
  }

  /** Requests for a promotion, whatever their state. */
  async approvalsFor(
    controlPlane: string,
    { project, name: stage }: Stage,
    { name: freight }: Freight,
  ): Promise<Observed<readonly ApprovalRequest[]>> {
    try {
      return {
        status: 'observed',
        value: await this.#approvals.list(
          { controlPlane, project, stage, freight },
          { limit: MAX_REQUESTS },
        ),
      };
    } catch (error) {
      return { status: 'unknown', reason: toError(error).message };
    }
  }
}
