import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  AccessObservation,
  ActionBasis,
  ExecutorSupport,
  Observed,
  PortalAction,
  RiskClass,
} from '@fairway/plugin-kargo-common';
import type { CallerOptions } from '../approvals/People';
import type { StageControls } from '../controls/StageControls';
import { WORK_OF } from '../execution/ActionExecutor';
import { ACTION_REQUIREMENTS } from '../execution/actionRequirements';
import type { Executors } from '../execution/Executors';

/** An action in a stage of an entity. */
export interface AskedAction {
  readonly entityRef: string;
  readonly action: PortalAction;
  readonly controlPlane: string;
  readonly project: string;
  readonly stage: string;
}

/** Finds out whether a caller may do something, and whether it can be done from here. */
export class ActionFacts {
  readonly #controls: StageControls;
  readonly #executors: Executors;
  readonly #permissions: PermissionsService;

  constructor(options: {
    readonly controls: StageControls;
    readonly executors: Executors;
    readonly permissions: PermissionsService;
  }) {
    this.#controls = options.controls;
    this.#executors = options.executors;
    this.#permissions = options.permissions;
  }

  /** What is asked before every action. */
  async basisOf(
    asked: AskedAction,
    riskClass: RiskClass,
    options: CallerOptions,
  ): Promise<ActionBasis> {
    const { controlPlane, entityRef, action } = asked;
    const executes = this.#controls.executionMode(riskClass) === 'execute';
    return {
      binding: { controlPlane },
      riskClass,
      executingEnabled: this.#controls.executingEnabled,
      via: 'execute',
      support: this.supportOf(controlPlane, action, options),
      permission: await this.permissionOf(entityRef, action, options),
      clusterAccess: executes
        ? await this.accessOf(asked, options)
        : { status: 'observed', value: { allowed: true, needs: 'nothing' } },
    };
  }

  supportOf(
    controlPlane: string,
    action: PortalAction,
    options: CallerOptions,
  ): ExecutorSupport {
    return this.#executors.of(controlPlane).supportOf(WORK_OF[action], options);
  }

  /** What the control plane says; where nothing would be sent there, it is not asked. */
  async accessOf(
    asked: AskedAction,
    options: CallerOptions,
  ): Promise<Observed<AccessObservation>> {
    const { controlPlane, action, project, stage } = asked;
    if (!this.supportOf(controlPlane, action, options).supported) {
      return { status: 'unknown', reason: 'nobody asked the control plane' };
    }
    try {
      return await this.#executors
        .of(controlPlane)
        .access(
          { controlPlane, action: WORK_OF[action], project, stage },
          options,
        );
    } catch (error) {
      return { status: 'unknown', reason: toError(error).message };
    }
  }

  async permissionOf(
    entityRef: string,
    action: PortalAction,
    { credentials }: { readonly credentials: BackstageCredentials },
  ): Promise<Observed<AccessObservation>> {
    const { permission } = ACTION_REQUIREMENTS[action];
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
