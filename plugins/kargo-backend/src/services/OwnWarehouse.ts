import {
  originKey,
  stageOfOrigin,
  type Freight,
  type Stage,
  type Warehouse,
} from '@fairway/plugin-kargo-common';

/** What of the lists of a project belongs to one warehouse. The same list gives the same list, so that what is made of it can be kept. */
export class OwnWarehouse {
  readonly #name: string;
  readonly #origin: string;
  readonly #stages = new WeakMap<readonly Stage[], readonly Stage[]>();
  readonly #ownStages = new WeakMap<Stage, Stage>();
  readonly #freight = new WeakMap<readonly Freight[], readonly Freight[]>();

  constructor(name: string) {
    this.#name = name;
    this.#origin = originKey({ kind: 'Warehouse', name });
  }

  stages(stages: readonly Stage[]): readonly Stage[] {
    const known = this.#stages.get(stages);
    const own = known ?? stages.flatMap(stage => this.#ownStage(stage) ?? []);
    this.#stages.set(stages, own);
    return own;
  }

  freight(freight: readonly Freight[]): readonly Freight[] {
    const known = this.#freight.get(freight);
    const own = known ?? freight.filter(item => item.origin === this.#origin);
    this.#freight.set(freight, own);
    return own;
  }

  warehouses(warehouses: readonly Warehouse[]): readonly Warehouse[] {
    return warehouses.filter(({ name }) => name === this.#name);
  }

  /** Other stages of the list may change; this one stays the same object. */
  #ownStage(stage: Stage): Stage | undefined {
    const own =
      this.#ownStages.get(stage) ?? stageOfOrigin(stage, this.#origin);
    if (own) this.#ownStages.set(stage, own);
    return own;
  }
}
