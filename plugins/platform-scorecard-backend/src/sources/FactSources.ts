import { ConflictError } from '@backstage/errors';
import type {
  FactSource,
  FactSourcesExtensionPoint,
} from '@fairway/plugin-platform-scorecard-node';

/** All that is polled: what the scorecard brings itself and what modules add. */
export class FactSources implements FactSourcesExtensionPoint {
  readonly #sources = new Map<string, FactSource>();

  addSource(source: FactSource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(
        `The platform scorecard has a source '${source.id}' already`,
      );
    }
    this.#sources.set(source.id, source);
  }

  all(): readonly FactSource[] {
    return [...this.#sources.values()];
  }
}
