import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  missingApprovals,
  type Freight,
  type Stage,
  type StagePolicy,
} from '@fairway/plugin-kargo-common';
import type { ApprovalService } from '../approvals';
import { PROMOTE } from '../requirements';
import type { EntityProject } from '../services/EntityProjects';
import type { CallerOptions } from '../services/KargoPromotionsService';
import { controlledStage } from './controlledStage';
import type { StageControls } from './StageControls';

const MAX_REQUESTS = 50;

/** What the portal asks for before freight gets into a stage, as it stands for a reader. */
export class StagePolicies {
  readonly #approvals: Pick<ApprovalService, 'list'>;
  readonly #controls: Pick<StageControls, 'classOf'>;
  readonly #permissions: PermissionsService;

  constructor(options: {
    readonly approvals: Pick<ApprovalService, 'list'>;
    readonly controls: Pick<StageControls, 'classOf'>;
    readonly permissions: PermissionsService;
  }) {
    this.#approvals = options.approvals;
    this.#controls = options.controls;
    this.#permissions = options.permissions;
  }

  /** Of a stage that Kargo promotes to by itself it asks for nothing: what Kargo does alone asks nobody here. */
  async of(
    wanted: {
      readonly entityRef: string;
      readonly found: EntityProject;
      readonly stage: Stage;
      readonly freight: Freight;
    },
    { credentials }: CallerOptions,
  ): Promise<StagePolicy> {
    const { entityRef, found, stage, freight } = wanted;
    if (stage.autoPromotion) return {};
    const { riskClass } = this.#controls.classOf(controlledStage(found, stage));
    const promotion = {
      controlPlane: found.controlPlane.name,
      project: stage.project,
      stage: stage.name,
      freight: freight.name,
    };
    const needsApproval = riskClass.approvers.count > 0;
    const [[{ result }], requests] = await Promise.all([
      this.#permissions.authorize(
        [{ permission: PROMOTE.permission, resourceRef: entityRef }],
        { credentials },
      ),
      // What cannot be read is asked for again before a promotion; here the rest of the answer stands.
      needsApproval
        ? this.#approvals
            .list(promotion, { limit: MAX_REQUESTS })
            .catch(() => undefined)
        : [],
    ]);
    return {
      missingPermission:
        result === AuthorizeResult.ALLOW ? undefined : PROMOTE.permission.name,
      missingApprovals:
        requests &&
        missingApprovals({
          requests,
          riskClass,
          binding: { ...promotion, riskClass: riskClass.name },
          ownerRef: found.ownerRef,
          now: new Date().toISOString(),
        }),
    };
  }
}
