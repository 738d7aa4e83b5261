import type { CalendarScope } from './calendarScope';

/**
 * Who keeps a rule.
 *
 * @public
 */
export type CalendarOwner =
  | { readonly type: 'config' }
  | { readonly type: 'risk-class'; readonly riskClass: string }
  | {
      readonly type: 'kargo';
      readonly controlPlane: string;
      /** Absent: the rule is in the ClusterConfig. */
      readonly project?: string;
    }
  | {
      readonly type: 'argocd';
      readonly controlPlane: string;
      readonly appProject: string;
      readonly application: string;
    };

/**
 * When the windows of a rule are. Local times are read in `timeZone`; durations are ISO 8601, in which days follow the
 * clocks and hours do not (RFC 5545, section 3.3.6).
 *
 * @public
 */
export type Schedule =
  | {
      readonly type: 'recurring';
      readonly timeZone: string;
      /** DTSTART as a local time. */
      readonly start: string;
      /** RRULE; absent: only once. */
      readonly rule: string | undefined;
      readonly duration: string;
    }
  | {
      readonly type: 'cron';
      readonly timeZone: string;
      /** Five fields. */
      readonly expression: string;
      readonly duration: string;
    }
  | {
      readonly type: 'interval';
      /** ISO 8601; absent: since ever. */
      readonly from: string | undefined;
      /** ISO 8601; absent: no known end. */
      readonly until: string | undefined;
    }
  | {
      /** Nobody can tell when it is, which opens nothing. */
      readonly type: 'unreadable';
      readonly reason: string;
    };

/**
 * A rule of the freeze calendar: a change window (`allow`) or a freeze (`deny`).
 *
 * @public
 */
export interface CalendarRule {
  /** Unique in the calendar. */
  readonly id: string;
  readonly title: string;
  readonly reason: string | undefined;
  readonly kind: 'allow' | 'deny';
  readonly owner: CalendarOwner;
  readonly scope: CalendarScope;
  readonly schedule: Schedule;
}

/**
 * Rules are judged together by who keeps them: a change window of one does not lift the need for a window of another.
 */
export function calendarKey(owner: CalendarOwner): string {
  switch (owner.type) {
    case 'config':
      return 'config';
    case 'risk-class':
      return `risk-class/${owner.riskClass}`;
    case 'kargo':
      // Kargo takes the union of the windows of the project and of the cluster.
      return `kargo/${owner.controlPlane}`;
    default:
      return `argocd/${owner.controlPlane}/${owner.appProject}/${owner.application}`;
  }
}
