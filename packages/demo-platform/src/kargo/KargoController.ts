import { collectGarbage } from './garbageCollection';
import type { KargoContext } from './KargoContext';
import { ProjectReconciler } from './ProjectReconciler';
import { PromotionReconciler } from './PromotionReconciler';
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
    for (const project of this.#projects.reconcile()) {
      this.#warehouses.reconcile(project);
      this.#promotions.reconcile(project);
      this.#stages.reconcile(project);
      collectGarbage(this.#context, project);
    }
  }
}
