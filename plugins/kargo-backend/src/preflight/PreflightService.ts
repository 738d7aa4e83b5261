import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  approverGroupsOf,
  preflight,
  type ApprovalRequest,
  type Freight,
  type Observed,
  type PreflightInput,
  type PreflightView,
  type RiskClass,
  type Stage,
} from '@fairway/plugin-kargo-common';
import type { ApprovalService } from '../approvals';
import { controlledStage } from '../controls/controlledStage';
import type { StageControls } from '../controls/StageControls';
import { findFreight } from '../domain/findFreight';
import {
  projectUrl,
  type ControlPlaneLinks,
} from '../domain/ControlPlaneLinks';
import { PROMOTE } from '../requirements';
import type { EntityProject, EntityProjects } from '../services/EntityProjects';
import { preflightInput } from './preflightInput';

const MAX_REQUESTS = 50;

/** Which freight into which stage. */
export interface WantedPromotion {
  readonly controlPlane: string;
  readonly stage: string;
  /** Name, alias or version. */
  readonly freight: string;
  readonly intent: 'promote' | 'rollback';
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
}

/** What a caller may do on a control plane, by its own word. */
export type ClusterAccessReader = (
  stage: Stage,
  controlPlane: string,
  options: { readonly credentials: BackstageCredentials },
) => Promise<PreflightInput['clusterAccess']>;

/** Asks every control about a promotion, with the rights of the caller. */
export class PreflightService {
  readonly #approvals: ApprovalService;
  readonly #clusterAccessOf: ClusterAccessReader;
  readonly #controls: StageControls;
  readonly #entityProjects: EntityProjects;
  readonly #links: ReadonlyMap<string, ControlPlaneLinks>;
  readonly #permissions: PermissionsService;

  constructor(options: {
    readonly approvals: ApprovalService;
    readonly clusterAccessOf: ClusterAccessReader;
    readonly controls: StageControls;
    readonly entityProjects: EntityProjects;
    readonly links: ReadonlyMap<string, ControlPlaneLinks>;
    readonly permissions: PermissionsService;
  }) {
    this.#approvals = options.approvals;
    this.#clusterAccessOf = options.clusterAccessOf;
    this.#controls = options.controls;
    this.#entityProjects = options.entityProjects;
    this.#links = options.links;
    this.#permissions = options.permissions;
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
    const { controlPlane, stageNames } = project;
    const stage = controlPlane
      .stagesOf(project.project)
      .find(({ name }) => name === wanted.stage);
    if (!stage || !(stageNames?.includes(stage.name) ?? true)) {
      throw new NotFoundError(
        `${entityRef} has no stage ${wanted.stage} on ${controlPlane.name}`,
      );
    }
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
    options: { readonly credentials: BackstageCredentials },
  ): Promise<PreflightView> {
    return (await this.examine(entityRef, wanted, options)).view;
  }

  /** The same with what it would use up. @throws as `find` does */
  async examine(
    entityRef: string,
    wanted: WantedPromotion,
    options: { readonly credentials: BackstageCredentials },
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
    const approvals = await this.#readApprovals(
      controlPlane.name,
      stage,
      freight,
    );
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
      permission: await this.#readPermission(entityRef, options.credentials),
      clusterAccess:
        executionMode === 'execute'
          ? await this.#clusterAccessOf(stage, controlPlane.name, options)
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
    return { view, uses };
  }

  async #readApprovals(
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

  async #readPermission(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<{ allowed: boolean; needs: string }>> {
    const { permission } = PROMOTE;
    const [{ result }] = await this.#permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    return {
      status: 'observed',
      value: {
        allowed: result === AuthorizeResult.ALLOW,
        needs: permission.name,
      },
    };
  }
}
