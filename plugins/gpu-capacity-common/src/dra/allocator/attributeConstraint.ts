import type { PoolDevice } from '../inventory';
import { qualifiedAttribute } from '../inventory/deviceProduct';
import type { DeviceConstraint } from '../resources';

/** Whether a device may join those that a claim has so far. */
export type ConstraintResult = 'satisfied' | 'violated' | 'unknown';

/**
 * Keeps the devices of a claim to one of its constraints while devices are tried.
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/constraint.go
 */
export class AttributeConstraint {
  readonly #constraint: DeviceConstraint;
  /** Of the devices that the constraint is about, the last one last. */
  readonly #values: string[] = [];

  constructor(constraint: DeviceConstraint) {
    this.#constraint = constraint;
  }

  /** Adds a device; only what was `satisfied` must be taken back with {@link AttributeConstraint.remove}. */
  add(
    request: string,
    option: string | undefined,
    device: PoolDevice,
  ): ConstraintResult {
    if (!this.#concerns(request, option)) return 'satisfied';
    const attribute = qualifiedAttribute(device, this.#constraint.attribute);
    if (!attribute || attribute.kind === 'unsupported') return 'violated';
    // Whether lists are compared by what they have in common depends on a feature gate.
    if (attribute.list) return 'unknown';
    const value = `${attribute.kind}:${attribute.values[0]}`;
    if (!this.#allows(value)) return 'violated';
    this.#values.push(value);
    return 'satisfied';
  }

  /** Takes back the device that was added last. */
  remove(request: string, option: string | undefined): void {
    if (this.#concerns(request, option)) this.#values.pop();
  }

  #allows(value: string): boolean {
    return this.#constraint.kind === 'match'
      ? (this.#values[0] ?? value) === value
      : !this.#values.includes(value);
  }

  #concerns(request: string, option: string | undefined): boolean {
    const { requests } = this.#constraint;
    return (
      requests.length === 0 ||
      requests.includes(request) ||
      (option !== undefined && requests.includes(`${request}/${option}`))
    );
  }
}
