import type { ExceptionFact } from '../exceptionRegister';
import { daysAgo } from './context';

let serial = 0;

/** A fact of so many days ago, with an id of its own. */
export function fact(
  kind: ExceptionFact['kind'],
  days: number,
  more: Partial<ExceptionFact> = {},
): ExceptionFact {
  serial += 1;
  return {
    id: `fact-${serial}`,
    exception: 'policy/privileged',
    kind,
    at: daysAgo(days),
    ...more,
  };
}
