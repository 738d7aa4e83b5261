/** @throws RangeError where it is no whole number from 0 on */
export function checkCount(count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`Expected a whole number >= 0, got ${count}`);
  }
}

/** @throws RangeError where it is not a finite number above 0 */
export function checkExposure(exposure: number): void {
  if (!(exposure > 0 && Number.isFinite(exposure))) {
    throw new RangeError(`Expected an exposure > 0, got ${exposure}`);
  }
}
