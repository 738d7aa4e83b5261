import { compareText } from './compareText';

/**
 * That a detector saw something go around the platform. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface BypassDetection {
  /** Unique within its detector. */
  readonly id: string;
  /** Entity ref of what was changed. */
  readonly subject: string;
  readonly capability: string;
  /** What noticed it, such as `kubernetes.managed-fields`. */
  readonly detector: string;
  /** The way around, such as `kubectl-edit`. */
  readonly way: string;
  readonly at: number;
  readonly severity: BypassSeverity;
  readonly riskClass?: string;
  /** Entity ref of the team at the time. */
  readonly team?: string;
  /** URL, or an id that the detector knows. */
  readonly evidence?: string;
}

/**
 * How much a way around can change: `low` restarts, `medium` sizes and numbers, `high` images, commands, environment or
 * rights.
 *
 * @public
 */
export type BypassSeverity = 'low' | 'medium' | 'high';

/**
 * Detections that are one piece of work: the same thing, changed the same way, without a long pause.
 *
 * @public
 */
export interface BypassEpisode {
  /** Detector and id of its first detection: it stays the same when later ones arrive. */
  readonly id: string;
  readonly subject: string;
  readonly capability: string;
  readonly way: string;
  readonly riskClass?: string;
  readonly team?: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** The highest of its detections. */
  readonly severity: BypassSeverity;
  readonly detections: readonly BypassDetection[];
}

/**
 * A pause of more than this begins a new episode.
 *
 * @public
 */
export const EPISODE_GAP_MS = 30 * 60 * 1000;

const SEVERITIES: readonly BypassSeverity[] = ['low', 'medium', 'high'];

/**
 * Groups detections into episodes, oldest first. Several detectors may see the same change, and may see it again: order,
 * repetition and the number of detectors change nothing. A person who edits for an hour makes one episode, not twenty.
 *
 * @public
 */
export function bypassEpisodes(
  detections: readonly BypassDetection[],
): BypassEpisode[] {
  const groups = new Map<string, BypassDetection[]>();
  for (const detection of inOrder(detections)) {
    const key = JSON.stringify([
      detection.subject,
      detection.capability,
      detection.way,
    ]);
    const group = groups.get(key) ?? [];
    group.push(detection);
    groups.set(key, group);
  }
  return [...groups.values()]
    .flatMap(runs)
    .map(episodeOf)
    .sort((a, b) => a.startedAt - b.startedAt || compareText(a.id, b.id));
}

/** Each detection once, by time and then by id. */
function inOrder(detections: readonly BypassDetection[]): BypassDetection[] {
  const byId = new Map<string, BypassDetection>();
  for (const detection of detections) {
    const key = JSON.stringify([detection.detector, detection.id]);
    if (!byId.has(key)) {
      byId.set(key, detection);
    }
  }
  return [...byId.values()].sort(
    (a, b) =>
      a.at - b.at ||
      compareText(a.detector, b.detector) ||
      compareText(a.id, b.id),
  );
}

/** Cuts at pauses. */
function runs(ordered: readonly BypassDetection[]): BypassDetection[][] {
  const all: BypassDetection[][] = [];
  for (const detection of ordered) {
    const run = all.at(-1);
    const last = run?.at(-1);
    if (run && last && detection.at - last.at <= EPISODE_GAP_MS) {
      run.push(detection);
    } else {
      all.push([detection]);
    }
  }
  return all;
}

function episodeOf(detections: readonly BypassDetection[]): BypassEpisode {
  const [first] = detections;
  const { id, detector, subject, capability, way, at } = first;
  const last = detections[detections.length - 1];
  const riskClass = detections.find(row => row.riskClass)?.riskClass;
  const team = detections.find(row => row.team)?.team;
  const rank = Math.max(
    ...detections.map(({ severity }) => SEVERITIES.indexOf(severity)),
  );
  return {
    id: `${detector}/${id}`,
    subject,
    capability,
    way,
    ...(riskClass !== undefined && { riskClass }),
    ...(team !== undefined && { team }),
    startedAt: at,
    endedAt: last.at,
    severity: SEVERITIES[rank],
    detections,
  };
}
