import type { Controller } from '../model/controller';
import type { Freight } from '../model/freight';
import type { Promotion } from '../model/promotion';
import type { PromotionRow } from '../model/promotionRow';
import type { Stage } from '../model/stage';

/**
 * What the portal asks for beside Kargo, as it stands for one reader.
 *
 * @public
 */
export type StagePolicy = Pick<
  StageSituation,
  'missingApprovals' | 'missingPermission'
>;

/**
 * All that decides whether freight gets into a stage, at one moment.
 *
 * @public
 */
export interface StageSituation {
  readonly stage: Stage;
  readonly freight: Freight;
  readonly at: Date;
  /** All stages of the project. */
  readonly stages: readonly Stage[];
  /** All freight of the project. */
  readonly allFreight: readonly Freight[];
  /** Promotions of the stage; `undefined` where they are not observed. */
  readonly promotions: readonly PromotionRow[] | undefined;
  /** The promotion of this freight that runs, with its steps, where they were read. */
  readonly running?: Promotion;
  /** Heartbeats of the control plane; `undefined` where they are not observed. */
  readonly controllers?: readonly Controller[];
  /** A change window that is closed now, from whatever calendar. */
  readonly closedWindow?: {
    readonly rule: string;
    readonly until: string | undefined;
  };
  /** Approvals that the risk class of the stage asks for and that are not there. */
  readonly missingApprovals?: {
    readonly missing: number;
    readonly from: readonly string[];
  };
  /** A permission that the reader lacks to promote. */
  readonly missingPermission?: string;
}
