import {
  ACCELERATOR_RULES,
  type AcceleratorKind,
  type AcceleratorRule,
} from './acceleratorKind';
import { deviceMemoryOf, physicalDevicesOf, productOf } from './product';

type Labels = Readonly<Record<string, string>>;

/**
 * What the labels of a node say of its accelerators.
 *
 * @public
 */
export interface AcceleratorDescription {
  readonly product: string | undefined;
  /** In bytes. */
  readonly deviceMemory: number | undefined;
  readonly physicalDevices: number | undefined;
  readonly reconfiguring: boolean;
}

/**
 * Knows which resources are accelerators and what they are. Rules of the configuration come before those that are
 * shipped.
 *
 * @public
 */
export class AcceleratorRegistry {
  static create(
    options: {
      readonly rules?: readonly AcceleratorRule[];
      /** Product by instance type, for nodes whose labels do not name it. */
      readonly instanceTypes?: ReadonlyMap<string, string>;
    } = {},
  ): AcceleratorRegistry {
    return new AcceleratorRegistry(
      [...(options.rules ?? []), ...ACCELERATOR_RULES],
      options.instanceTypes ?? new Map(),
    );
  }

  readonly #rules: readonly AcceleratorRule[];
  readonly #instanceTypes: ReadonlyMap<string, string>;
  readonly #known = new Map<string, AcceleratorRule | undefined>();

  private constructor(
    rules: readonly AcceleratorRule[],
    instanceTypes: ReadonlyMap<string, string>,
  ) {
    this.#rules = rules;
    this.#instanceTypes = instanceTypes;
  }

  /** The rule for a resource, or `undefined` for everything that is no accelerator. */
  ruleFor(resource: string): AcceleratorRule | undefined {
    if (!this.#known.has(resource)) {
      this.#known.set(
        resource,
        this.#rules.find(({ pattern }) => pattern.test(resource)),
      );
    }
    return this.#known.get(resource);
  }

  kindOf(resource: string): AcceleratorKind | undefined {
    return this.ruleFor(resource)?.kind;
  }

  /** Whether units of a resource are counted: helper resources such as memory shares are not. */
  isCounted(resource: string): boolean {
    const kind = this.kindOf(resource);
    return kind !== undefined && kind !== 'not-a-device';
  }

  /** The resources of a list that are counted. */
  counted(
    amounts: Readonly<Record<string, number>>,
  ): Readonly<Record<string, number>> {
    return Object.fromEntries(
      Object.entries(amounts).filter(([resource]) => this.isCounted(resource)),
    );
  }

  describe(labels: Labels): AcceleratorDescription {
    return {
      product: productOf(labels, this.#instanceTypes),
      deviceMemory: deviceMemoryOf(labels),
      physicalDevices: physicalDevicesOf(labels),
      reconfiguring: labels['nvidia.com/mig.config.state'] === 'pending',
    };
  }
}

/** The registry with the rules that are shipped. @public */
export const DEFAULT_ACCELERATORS = AcceleratorRegistry.create();
