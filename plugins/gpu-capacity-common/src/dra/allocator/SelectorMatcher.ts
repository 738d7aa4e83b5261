import { CelSelector, type SelectorResult } from '../cel';
import type { PoolDevice } from '../inventory';
import type { DeviceClass, DeviceRequestOption } from '../resources';

const UNSUPPORTED: SelectorResult = {
  matches: 'unknown',
  fails: false,
  reason: 'unsupported selector type',
};

/** Evaluates selectors on devices and remembers the results, because the same few are asked on every node. */
export class SelectorMatcher {
  readonly #selectors = new Map<string, CelSelector>();
  readonly #results = new WeakMap<PoolDevice, Map<string, SelectorResult>>();

  /** Whether the device is of the class and satisfies the selectors of the request. */
  match(
    { selectors: ofClass }: DeviceClass,
    { selectors: ofRequest }: DeviceRequestOption,
    device: PoolDevice,
  ): SelectorResult {
    let result: SelectorResult = { matches: true };
    for (const expression of [...ofClass, ...ofRequest]) {
      const next =
        expression === undefined
          ? UNSUPPORTED
          : this.#evaluate(expression, device);
      if (next.matches === false) return next;
      if (next.matches === 'unknown') {
        if (next.fails) return next;
        result = next;
      }
    }
    return result;
  }

  /** Whether the request can have no device of the driver, whatever it is. */
  excludesDriver(
    { selectors: ofClass }: DeviceClass,
    { selectors: ofRequest }: DeviceRequestOption,
    driver: string,
  ): boolean {
    return [...ofClass, ...ofRequest].some(
      expression =>
        expression !== undefined &&
        this.#selector(expression).excludesDriver(driver),
    );
  }

  #evaluate(expression: string, device: PoolDevice): SelectorResult {
    const results =
      this.#results.get(device) ?? new Map<string, SelectorResult>();
    this.#results.set(device, results);
    const known = results.get(expression);
    if (known) return known;
    const result = this.#selector(expression).evaluate(device);
    results.set(expression, result);
    return result;
  }

  #selector(expression: string): CelSelector {
    const known = this.#selectors.get(expression);
    if (known) return known;
    const selector = CelSelector.create(expression);
    this.#selectors.set(expression, selector);
    return selector;
  }
}
