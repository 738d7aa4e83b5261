import { collectGarbage } from './garbageCollection';
import type { KargoContext } from './KargoContext';
import { ProjectReconciler } from './ProjectReconciler';
import { PromotionReconciler } from './PromotionReconciler';
import { silentShards } from './silentShards';
import { StageReconciler } from './StageReconciler';
import { WarehouseReconciler } from './WarehouseReconciler';

/** Does what Kargo's controllers do, in one pass over everything. */
export class KargoController {
  readonly #context: KargoContext;
  readonly #projects: ProjectReconciler;
  readonly #warehouses: WarehouseReconciler;
  readonly #promotions: PromotionReconciler;
  readonly #stages: StageReconciler;

  constructor(context: KargoContext) {
    this.#context = context;
    this.#projects = new ProjectReconciler(context);
    this.#warehouses = new WarehouseReconciler(context);
    this.#promotions = new PromotionReconciler(context);
    this.#stages = new StageReconciler(context);
  }

  /** Reacts at once to what cannot wait; the returned function ends that. */
  watch(): () => void {
    return this.#projects.watch();
  }

  reconcile(): void {
    const { store, clock } = this.#context;
    const silent = silentShards(store, clock.now());
    for (const project of this.#projects.reconcile()) {
      this.#warehouses.reconcile(project, silent);
      this.#promotions.reconcile(project, silent);
      this.#stages.reconcile(project, silent);
      collectGarbage(this.#context, project);
    }
  }
}
