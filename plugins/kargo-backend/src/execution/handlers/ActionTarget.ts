import type {
  Actor,
  ApprovalBinding,
  Caller,
  Decision,
  PortalAction,
} from '@fairway/plugin-kargo-common';
import type { CallerOptions } from '../../approvals/People';
import type { ActionFacts } from '../../preflight/ActionFacts';
import type { PreflightService } from '../../preflight/PreflightService';
import type { StageControls } from '../../controls/StageControls';
import type { EntityProject } from '../../services/EntityProjects';
import type { Work } from '../ActionExecutor';

/** The thing to which an action is done. */
export interface ActionSubject {
  readonly kind: 'Stage' | 'Warehouse' | 'Promotion' | 'Freight';
  readonly name: string;
}

/** What the controls say of one target at this moment, and what would be done. */
export interface CheckedTarget extends Decision {
  readonly riskClass: string;
  readonly freight?: string;
  readonly version?: string;
  /** Approvals that it would use up, for what they are. */
  readonly approvals?: {
    readonly ids: readonly string[];
    readonly binding: ApprovalBinding;
  };
  /** Who broke the glass with the caller. */
  readonly confirmedBy?: Actor;
  /** Absent where there is nothing to do, against which a control stands. */
  readonly work?: Work;
}

/** One of the things to which an order comes down. */
export interface ActionTarget {
  readonly subject: ActionSubject;
  readonly action: PortalAction;
  readonly controlPlane: string;
  readonly project: string;
  /** The stage that it is about, or that it is nearest to. */
  readonly stage: string;
  /** Asks every control, each time anew. */
  check(): Promise<CheckedTarget>;
}

/** Who asks for what, and what a handler finds things out with. */
export interface HandlerContext {
  readonly entityRef: string;
  readonly project: EntityProject;
  readonly caller: CallerOptions;
  /** @throws `NotAllowedError` where it is no person, and no agent on behalf of one */
  readonly personOf: () => Promise<Caller>;
  readonly controls: StageControls;
  readonly facts: ActionFacts;
  readonly preflights: PreflightService;
}
