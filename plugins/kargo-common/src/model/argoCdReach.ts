import { redactExcerpt } from '../diagnosis/redact';
import type { Stage, StageHealth } from './stage';

/**
 * Whether the controller of a shard gets through to its Argo CD, as far as the stages of the shard tell.
 *
 * @public
 */
export type ArgoCdReach =
  | { readonly status: 'reached' }
  /** The controller was started without Argo CD. */
  | { readonly status: 'off' }
  | { readonly status: 'not-reached'; readonly message: string }
  /** No stage of the shard has applications. */
  | { readonly status: 'unknown' };

const OFF = /Argo CD integration is disabled on this controller/;
const ASSESSED: readonly StageHealth[] = [
  'Healthy',
  'Progressing',
  'Unhealthy',
];
/** An application that is not there was looked for, so Argo CD was reached. */
const NOT_REACHED =
  /error finding Argo CD Application "[^"]*" in namespace "[^"]*": (.*)/s;

/**
 * Reads from the health of stages whether Argo CD is reached. Kargo tells it nowhere else: each check of a stage looks for
 * its applications, and says what went wrong in looking.
 *
 * @param stages - of one shard
 *
 * @see akuity/kargo pkg/health/checker/builtin/argocd.go, `getApplicationHealth`
 *
 * @public
 */
export function argoCdReach(stages: readonly Stage[]): ArgoCdReach {
  const issues = stages.flatMap(({ healthIssues }) => healthIssues);
  if (issues.some(issue => OFF.test(issue))) return { status: 'off' };
  for (const issue of issues) {
    const [, message] = NOT_REACHED.exec(issue) ?? [];
    if (message) {
      return { status: 'not-reached', message: redactExcerpt(message) };
    }
  }
  const looked = stages.some(
    ({ argocdApps, health }) =>
      argocdApps.length > 0 && ASSESSED.includes(health),
  );
  return { status: looked ? 'reached' : 'unknown' };
}
