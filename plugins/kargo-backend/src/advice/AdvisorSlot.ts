import { ConflictError } from '@backstage/errors';
import type {
  DiagnosisAdvisor,
  KargoAdvisorExtensionPoint,
} from '@fairway/plugin-kargo-node';

/** Holds the advisor that a module brings, if one does. */
export class AdvisorSlot implements KargoAdvisorExtensionPoint {
  #advisor: DiagnosisAdvisor | undefined;

  /** Absent where no module is installed, or its configuration leaves it off. */
  get advisor(): DiagnosisAdvisor | undefined {
    return this.#advisor;
  }

  setAdvisor(advisor: DiagnosisAdvisor): void {
    if (this.#advisor) {
      throw new ConflictError(
        `The Kargo plugin has the advisor ${
          this.#advisor.model
        } already and takes no second one, ${
          advisor.model
        }. Install one advisor module.`,
      );
    }
    this.#advisor = advisor;
  }
}
