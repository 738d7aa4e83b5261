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

/** Who writes more into one object does not mean them to be read. */
const MAX_WINDOWS = 100;

const TOO_MANY: Schedule = {
  type: 'unreadable',
  reason: `of one AppProject only ${MAX_WINDOWS} windows are read`,
};

const UNKNOWN_PATTERN: Schedule = {
  type: 'unreadable',
  reason: 'it selects by a pattern that is not understood here',
};

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
 * @param options - `windows`: `spec.syncWindows` of the AppProject, as it is; what is read of the same list is read once.
 * `shard`: whose Argo CD it is, where it is not that of the control plane
 *
 * @see https://argo-cd.readthedocs.io/en/latest/user-guide/sync_windows/ and argoproj/argo-cd controller/sync.go,
 * `syncWindowPreventsSync`; akuity/kargo pkg/promotion/runner/builtin/argocd_updater.go sets no `automated`
 *
 * @public
 */
export function argoCdWindowRules(options: {
  readonly windows: unknown;
  readonly controlPlane: string;
  readonly shard?: string;
  readonly appProject: string;
  readonly application: SyncedApplication;
  readonly project: string;
  readonly stage: string;
}): CalendarRule[] {
  const { windows, controlPlane, shard, appProject, application } = options;
  if (!Array.isArray(windows)) return [];
  const place = shard ? `${controlPlane}/${shard}` : controlPlane;
  const owner: CalendarOwner = {
    type: 'argocd',
    controlPlane,
    appProject,
    application: application.name,
  };
  const rule = (index: number) => ({
    id: `${place}/${appProject}/${application.name}/sync-window-${index + 1}`,
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
  const read = readWindows(windows).map((window, index) => ({
    rule: rule(index),
    window,
  }));
  const concerning = read
    .flatMap(({ rule: base, window }) =>
      'wanted' in window
        ? [
            {
              ...window,
              rule: base,
              selection: selectsApplication(window.wanted, application),
            },
          ]
        : [],
    )
    .filter(({ selection }) => selection !== 'no');
  const allManual = concerning
    .filter(({ wanted }) => wanted.kind === 'allow')
    .every(({ wanted }) => wanted.manualSync);
  return [
    ...read.flatMap(({ rule: base, window }) =>
      'wanted' in window ? [] : [{ ...base, schedule: window.schedule }],
    ),
    ...concerning
      .filter(({ wanted }) =>
        wanted.kind === 'allow' ? !allManual : !wanted.manualSync,
      )
      .map(({ rule: base, wanted, schedule, selection }) => ({
        ...base,
        kind: wanted.kind,
        reason: wanted.description ?? undefined,
        schedule: selection === 'unreadable' ? UNKNOWN_PATTERN : schedule,
      })),
  ];
}

type ReadWindow =
  | { readonly wanted: Window; readonly schedule: Schedule }
  /** Malformed. */
  | { readonly schedule: Schedule };

/** Many applications share the windows of their project, and with them what is computed of a schedule. */
const known = new WeakMap<readonly unknown[], readonly ReadWindow[]>();

function readWindows(windows: readonly unknown[]): readonly ReadWindow[] {
  const read =
    known.get(windows) ??
    windows.slice(0, MAX_WINDOWS + 1).map((candidate, index): ReadWindow => {
      if (index === MAX_WINDOWS) return { schedule: TOO_MANY };
      const { success, data, error } = windowSchema.safeParse(candidate);
      return success
        ? { wanted: data, schedule: scheduleOf(data) }
        : {
            schedule: { type: 'unreadable', reason: toErrorMessage(error) },
          };
    });
  known.set(windows, read);
  return read;
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
