import type { AdmittedObject } from './AdmittedObject';

/** Whether an exception covers something: `maybe` where a condition is not evaluated here. */
export type Coverage = 'yes' | 'maybe' | 'no';

/** Whether an object is covered. */
export type CoverageTest = (object: AdmittedObject) => Coverage;

/** Covered only where all tests say so. The cheap and narrow ones belong first: the first no ends it. */
export function allOf(tests: readonly CoverageTest[]): CoverageTest {
  return object => {
    let coverage: Coverage = 'yes';
    for (const test of tests) {
      const next = test(object);
      if (next === 'no') {
        return 'no';
      }
      coverage = next === 'maybe' ? next : coverage;
    }
    return coverage;
  };
}

/** Covered where any test says so. */
export function anyOf(tests: readonly CoverageTest[]): CoverageTest {
  return object => {
    let coverage: Coverage = 'no';
    for (const test of tests) {
      const next = test(object);
      if (next === 'yes') {
        return 'yes';
      }
      coverage = next === 'maybe' ? next : coverage;
    }
    return coverage;
  };
}

/** A test that is certain, one way or the other. */
export function certain(
  covers: (object: AdmittedObject) => boolean,
): CoverageTest {
  return object => (covers(object) ? 'yes' : 'no');
}

/** A test of something that is not evaluated here. */
export const unknown: CoverageTest = () => 'maybe';
