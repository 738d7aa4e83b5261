import type { ActionExecutor } from './ActionExecutor';

/** Which executor acts on which control plane. */
export class Executors {
  readonly #byControlPlane: ReadonlyMap<string, ActionExecutor>;
  readonly #others: ActionExecutor;

  constructor(options: {
    readonly byControlPlane: ReadonlyMap<string, ActionExecutor>;
    /** Acts on all control planes that are not named. */
    readonly others: ActionExecutor;
  }) {
    this.#byControlPlane = options.byControlPlane;
    this.#others = options.others;
  }

  of(controlPlane: string): ActionExecutor {
    return this.#byControlPlane.get(controlPlane) ?? this.#others;
  }
}
