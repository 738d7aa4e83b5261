import type { FieldPath } from './fieldPaths';

/**
 * How much a change matters: `high` changes what runs or what it may do, `medium` how much of it or anything else that is
 * declared, `low` only restarts it.
 *
 * @public
 */
export type ChangeSeverity = 'high' | 'medium' | 'low';

const SEVERITIES: readonly ChangeSeverity[] = ['high', 'medium', 'low'];

const RESTARTED_AT = '[kubectl.kubernetes.io/restartedAt]';

/** The first rule that matches a path counts. */
const RULES: ReadonlyArray<{
  readonly severity: ChangeSeverity;
  /** Matches where a segment of the path is one of these. */
  readonly segments: ReadonlySet<string>;
}> = [
  { severity: 'low', segments: new Set([RESTARTED_AT]) },
  {
    // What runs.
    severity: 'high',
    segments: new Set([
      'image',
      'command',
      'args',
      'env',
      'envFrom',
      'initContainers',
      'ephemeralContainers',
      'volumes',
      'volumeMounts',
    ]),
  },
  {
    // What it may do.
    severity: 'high',
    segments: new Set([
      'serviceAccount',
      'serviceAccountName',
      'securityContext',
      'hostNetwork',
      'hostPID',
      'hostIPC',
      'rules',
      'subjects',
      'roleRef',
    ]),
  },
];

/** The annotation of `kubectl rollout restart`, and the map that holds it. */
export function isRestart(paths: readonly FieldPath[]): boolean {
  return paths.length > 0 && paths.every(path => path.at(-1) === RESTARTED_AT);
}

/** The worst severity of several. */
export function worstSeverity(
  severities: readonly ChangeSeverity[],
): ChangeSeverity {
  return SEVERITIES.find(severity => severities.includes(severity)) ?? 'medium';
}

/** How much a change of these fields matters. */
export function changeSeverity(paths: readonly FieldPath[]): ChangeSeverity {
  return worstSeverity(
    paths.map(
      path =>
        RULES.find(({ segments }) =>
          path.some(segment => segments.has(segment)),
        )?.severity ?? 'medium',
    ),
  );
}
