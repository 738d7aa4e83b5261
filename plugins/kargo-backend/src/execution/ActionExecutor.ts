import type {
  AccessObservation,
  Caller,
  ExecutorSupport,
  Observed,
  PortalAction,
} from '@fairway/plugin-kargo-common';
import type { CallerOptions } from '../approvals/People';

interface InStage {
  readonly project: string;
  /** Whose rights are asked for. */
  readonly stage: string;
}

/** One thing that is to be done on a control plane. */
export type Work =
  | (InStage & { readonly action: 'promote'; readonly freight: string })
  | (InStage & { readonly action: 'approve-freight'; readonly freight: string })
  | (InStage & { readonly action: 'abort'; readonly promotion: string })
  | (InStage & {
      readonly action: 'refresh';
      readonly kind: 'Stage' | 'Warehouse';
      readonly name: string;
    })
  | (InStage & { readonly action: 'reverify' });

export type WorkAction = Work['action'];

/** What each action comes down to: Kargo resumes auto-promotion once what it would promote was promoted by hand. */
export const WORK_OF: Readonly<Record<PortalAction, WorkAction>> = {
  promote: 'promote',
  'promote-downstream': 'promote',
  'resume-auto-promotion': 'promote',
  'approve-freight': 'approve-freight',
  abort: 'abort',
  refresh: 'refresh',
  reverify: 'reverify',
};

/** Work with where and for whom it is done. */
export interface Assignment {
  readonly controlPlane: string;
  readonly work: Work;
  readonly caller: Caller;
  /** What Kargo's object says of the request: who asked, why, and its id in the history. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** What came of it. */
export type ExecutionOutcome =
  | { readonly status: 'executed'; readonly promotion?: string }
  /** The control plane said no. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Nobody knows whether it was carried out. */
  | { readonly status: 'failed'; readonly reason: string };

/** Carries work out in the name of a person. Handing over to Kargo needs none. */
export interface ActionExecutor {
  /** Whether it can do this for the caller, and do it safely. */
  supportOf(action: WorkAction, options: CallerOptions): ExecutorSupport;

  /** What the person may do on the control plane, by its own word. */
  access(
    question: InStage & {
      readonly controlPlane: string;
      readonly action: WorkAction;
    },
    options: CallerOptions,
  ): Promise<Observed<AccessObservation>>;

  /** Refuses what it does not support. */
  execute(
    assignment: Assignment,
    options: CallerOptions,
  ): Promise<ExecutionOutcome>;
}
