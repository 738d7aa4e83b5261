import type { FailureNature } from './diagnosis';
import { isInVersionRange } from './versionRange';

/**
 * Whether Kargo said no for a reason of the business. Since 1.10 the status `Failed` says so; up to 1.9 a terminal
 * failure of any kind is `Errored`, so there `Errored` says nothing.
 *
 * @public
 */
export function failureNature(options: {
  readonly status?: string;
  readonly kargoVersion?: string;
}): FailureNature {
  const { status, kargoVersion } = options;
  if (status === 'Failed') return 'business';
  if (status !== 'Errored') return 'undetermined';
  const tellsThemApart = isInVersionRange(kargoVersion, { since: '1.10' });
  return tellsThemApart ? 'technical' : 'undetermined';
}
