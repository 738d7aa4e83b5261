import { Duration } from 'luxon';
import { z } from 'zod/v4';
import { toErrorMessage } from '../errorMessage';
import type { CalendarOwner, CalendarRule, Schedule } from './calendarRule';
import { parseGoDuration } from '../../model/goDuration';
import { every, selectsByGlob, some, type Selection } from './nameSelector';
import { timeZoneSchema } from './timeZone';

const patterns = z.array(z.string()).nullish();

const windowSchema = z.object({
  kind: z.enum(['allow', 'deny']),
  schedule: z.string(),
  duration: z.string(),
  timeZone: z.string().nullish(),
  applications: patterns,
  namespaces: patterns,
  clusters: patterns,
  manualSync: z.boolean().nullish(),
  andOperator: z.boolean().nullish(),
  description: z.string().nullish(),
});

type Window = z.infer<typeof windowSchema>;

/**
 * What of an application decides which sync windows concern it.
 *
 * @public
 */
export interface SyncedApplication {
  readonly name: string;
  readonly destination: {
    readonly name?: string;
    readonly server?: string;
    readonly namespace?: string;
  };
}

/**
 * Sync windows of Argo CD as rules of the calendar, for one application of a stage. Argo CD counts the sync that Kargo
 * asks for as a manual one, so windows that let manual syncs pass do not close the stage: a freeze with `manualSync`
 * never does, change windows do unless all of them have it.
 *
 * @param options - `windows`: `spec.syncWindows` of the AppProject, as it is
 *
 * @see https://argo-cd.readthedocs.io/en/latest/user-guide/sync_windows/ and argoproj/argo-cd controller/sync.go,
 * `syncWindowPreventsSync`; akuity/kargo pkg/promotion/runner/builtin/argocd_updater.go sets no `automated`
 *
 * @public
 */
export function argoCdWindowRules(options: {
  readonly windows: unknown;
  readonly controlPlane: string;
  readonly appProject: string;
  readonly application: SyncedApplication;
  readonly project: string;
  readonly stage: string;
}): CalendarRule[] {
  const { windows, controlPlane, appProject, application } = options;
  if (!Array.isArray(windows)) return [];
  const owner: CalendarOwner = {
    type: 'argocd',
    controlPlane,
    appProject,
    application: application.name,
  };
  const rule = (index: number) => ({
    id: `${controlPlane}/${appProject}/${application.name}/sync-window-${
      index + 1
    }`,
    title: `sync window ${index + 1} of ${appProject}`,
    reason: undefined,
    kind: 'deny' as const,
    owner,
    scope: {
      controlPlanes: [controlPlane],
      projects: [options.project],
      stages: [options.stage],
    },
  });
  const read = windows.map((candidate: unknown, index) => ({
    rule: rule(index),
    parsed: windowSchema.safeParse(candidate),
  }));
  const malformed = read.flatMap(entry =>
    entry.parsed.success
      ? []
      : [
          {
            ...entry.rule,
            schedule: {
              type: 'unreadable' as const,
              reason: toErrorMessage(entry.parsed.error),
            },
          },
        ],
  );
  const concerning = read
    .flatMap(entry =>
      entry.parsed.success
        ? [{ rule: entry.rule, window: entry.parsed.data }]
        : [],
    )
    .map(entry => ({
      ...entry,
      selection: selectsApplication(entry.window, application),
    }))
    .filter(({ selection }) => selection !== 'no');
  const allManual = concerning
    .filter(({ window }) => window.kind === 'allow')
    .every(({ window }) => window.manualSync);
  return [
    ...malformed,
    ...concerning
      .filter(({ window }) =>
        window.kind === 'allow' ? !allManual : !window.manualSync,
      )
      .map(entry => ({
        ...entry.rule,
        kind: entry.window.kind,
        reason: entry.window.description ?? undefined,
        schedule:
          entry.selection === 'unreadable'
            ? {
                type: 'unreadable' as const,
                reason: 'it selects by a pattern that is not understood here',
              }
            : scheduleOf(entry.window),
      })),
  ];
}

/** Any list that selects is enough, unless all must; a window that lists nothing concerns nothing. */
function selectsApplication(
  window: Window,
  { name, destination }: SyncedApplication,
): Selection {
  const lists = [
    { listed: window.applications, names: [name] },
    { listed: window.clusters, names: [destination.name, destination.server] },
    { listed: window.namespaces, names: [destination.namespace] },
  ]
    .filter(({ listed }) => listed && listed.length > 0)
    .map(({ listed, names }) =>
      some(
        names.flatMap(candidate =>
          candidate
            ? (listed ?? []).map(pattern => selectsByGlob(pattern, candidate))
            : [],
        ),
      ),
    );
  if (lists.length === 0) return 'no';
  return window.andOperator ? every(lists) : some(lists);
}

function scheduleOf(window: Window): Schedule {
  const seconds = parseGoDuration(window.duration);
  const timeZone = timeZoneSchema.safeParse(window.timeZone || 'UTC');
  if (!seconds || !timeZone.success) {
    return {
      type: 'unreadable',
      reason: timeZone.success
        ? `"${window.duration}" is no duration`
        : `"${window.timeZone}" is no IANA time zone`,
    };
  }
  return {
    type: 'cron',
    timeZone: timeZone.data,
    expression: window.schedule,
    duration:
      Duration.fromMillis(seconds * 1000)
        .shiftTo('minutes')
        .toISO() ?? '',
  };
}
