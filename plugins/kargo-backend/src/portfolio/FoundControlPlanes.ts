import type { ControlPlane } from '../services/ControlPlane';
import type {
  ControlPlanes,
  UnreadableControlPlane,
} from '../services/ControlPlanes';
import { RefreshedValue } from './RefreshedValue';

const FRESH_MS = 15_000;
const KEEP_MS = 10 * 60_000;
const FIRST_ANSWER_TIMEOUT_MS = 5_000;

/** The control planes, and those that cannot be read, at one moment. */
export interface FoundControlPlanes {
  readonly controlPlanes: readonly ControlPlane[];
  readonly unreadable: readonly UnreadableControlPlane[];
}

/** Finds control planes without asking the clusters each time: one that does not answer would hold up every page. */
export class ControlPlaneFinder {
  readonly #controlPlanes: ControlPlanes;
  readonly #found = new RefreshedValue<FoundControlPlanes>({
    freshMs: FRESH_MS,
    keepMs: KEEP_MS,
  });

  constructor(options: { readonly controlPlanes: ControlPlanes }) {
    this.#controlPlanes = options.controlPlanes;
  }

  /** Waits for the first lists of the control planes, where they are not there yet. */
  async find(): Promise<FoundControlPlanes> {
    const found = await this.#found.get(() => this.#controlPlanes.discover());
    await Promise.all(
      found.controlPlanes.map(async controlPlane => {
        const { state } = controlPlane.observations.stages.snapshot();
        if (state.status === 'loading') {
          await controlPlane.settled(FIRST_ANSWER_TIMEOUT_MS);
        }
      }),
    );
    return found;
  }
}
