import { durationMillis } from '../duration';
import { EXECUTION_MODES, type RiskClass } from './riskClass';

/** How strict a class is, the most telling control first; each number is larger where the class is stricter. */
const MEASURES: ReadonlyArray<(riskClass: RiskClass) => number> = [
  riskClass => Number(riskClass.changeWindowRequired),
  // Modes are listed from the most to the least careful one.
  riskClass => -EXECUTION_MODES.indexOf(riskClass.executionMode),
  riskClass => riskClass.approvers.count,
  riskClass => Number(riskClass.verificationRequired),
  riskClass => durationMillis(riskClass.minimumSoak),
];

/**
 * The strictest of some classes, which stands in wherever the class is not known; by name where two are alike.
 *
 * @throws `RangeError` on an empty list
 *
 * @public
 */
export function strictestOf(classes: readonly RiskClass[]): RiskClass {
  const [strictest] = [...classes].sort((left, right) => {
    for (const measure of MEASURES) {
      const difference = measure(right) - measure(left);
      if (difference !== 0) return difference;
    }
    return left.name.localeCompare(right.name);
  });
  if (!strictest) throw new RangeError('There is no risk class.');
  return strictest;
}
