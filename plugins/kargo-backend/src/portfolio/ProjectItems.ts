import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  portfolioItemOf,
  unknownItemOf,
  type DriftLimits,
  type PortfolioItem,
  type PortfolioProject,
  type RiskClass,
} from '@fairway/plugin-kargo-common';
import { LRUCache } from 'lru-cache';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StageControls } from '../controls/StageControls';
import type { PlacedProject } from './placement';

const MAX_ITEMS = 20_000;
const FRESH_MS = 2_000;
const KEEP_MS = 30_000;
/** So long may it be computed before others get their turn. */
const SLICE_MS = 10;

interface ComputedItem {
  readonly item: PortfolioItem;
  readonly at: Date;
}

/**
 * Items of projects, computed from the watches. They are computed again behind the answers, a little at a time, so that
 * a reader waits only for what nobody has looked at for a while.
 *
 * @remarks
 * What is kept is the same for all who may see the entity; who that is, is decided before.
 */
export class ProjectItems {
  readonly #controls: StageControls;
  readonly #riskClasses: readonly RiskClass[];
  readonly #drift: DriftLimits;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #computed = new LRUCache<string, ComputedItem>({ max: MAX_ITEMS });
  readonly #ageing = new Map<string, PlacedProject>();
  #isRefreshing = false;

  constructor(options: {
    readonly controls: StageControls;
    readonly riskClasses: readonly RiskClass[];
    readonly drift: DriftLimits;
    readonly logger: LoggerService;
    readonly now?: () => Date;
  }) {
    this.#controls = options.controls;
    this.#riskClasses = options.riskClasses;
    this.#drift = options.drift;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  /** The items of some projects, none older than half a minute. */
  async of(
    projects: readonly PlacedProject[],
  ): Promise<readonly ComputedItem[]> {
    const items: ComputedItem[] = [];
    let sliceEnd = performance.now() + SLICE_MS;
    for (const project of projects) {
      if (performance.now() > sliceEnd) {
        await nextTurn();
        sliceEnd = performance.now() + SLICE_MS;
      }
      const { item, at } = this.#give(project);
      // Several entities may share what is computed of one project.
      const { ref, title, owner, system } = project.entity;
      items.push({
        item: { ...item, entityRef: ref, title, owner, system },
        at,
      });
    }
    this.#refresh();
    return items;
  }

  #give(project: PlacedProject): ComputedItem {
    const key = keyOf(project);
    const known = this.#computed.get(key);
    const ageMs = known ? this.#now().getTime() - known.at.getTime() : Infinity;
    if (!known || ageMs > KEEP_MS) return this.#compute(key, project);
    if (ageMs > FRESH_MS) this.#ageing.set(key, project);
    return known;
  }

  #compute(key: string, placed: PlacedProject): ComputedItem {
    const at = this.#now();
    const computed = { item: this.#itemOf(placed, at), at };
    this.#computed.set(key, computed);
    this.#ageing.delete(key);
    return computed;
  }

  #itemOf(placed: PlacedProject, at: Date): PortfolioItem {
    try {
      return portfolioItemOf(this.#lookAt(placed, at));
    } catch (error) {
      const { entity, controlPlane, project } = placed;
      // One project that cannot be judged must not hide the others.
      this.#logger.error(
        `The project ${project} on ${controlPlane.name} cannot be judged`,
        toError(error),
      );
      return unknownItemOf({
        entity,
        project,
        controlPlane: controlPlane.name,
        reason: `How ${project} stands could not be computed; the log of the backend says why.`,
      });
    }
  }

  #lookAt(placed: PlacedProject, at: Date): PortfolioProject {
    const { entity, controlPlane, project, stageNames, riskAnnotation } =
      placed;
    const projectLabels = controlPlane.labelsOf(project);
    const state = controlPlane.stateOf(project, at, (stage, when) =>
      this.#controls.closedWindow(
        {
          controlPlane: controlPlane.name,
          stage,
          projectLabels,
          annotation: riskAnnotation,
        },
        when,
      ),
    );
    const { name, title } = controlPlane;
    return {
      entity,
      controlPlane: { name, title },
      project,
      stageNames,
      state,
      freshness: freshnessOf(controlPlane.observations.stages.snapshot().state),
      warehouses: controlPlane.warehousesOf(project),
      projectLabels,
      riskAnnotation,
      riskClasses: this.#riskClasses,
      drift: this.#drift,
    };
  }

  #refresh(): void {
    if (this.#isRefreshing || this.#ageing.size === 0) return;
    this.#isRefreshing = true;
    this.#computeAgeing().finally(() => {
      this.#isRefreshing = false;
    });
  }

  async #computeAgeing(): Promise<void> {
    for (const [key, project] of this.#ageing) {
      await nextTurn();
      this.#compute(key, project);
    }
  }
}

function keyOf(placed: PlacedProject): string {
  const { controlPlane, project, stageNames, riskAnnotation } = placed;
  return JSON.stringify([
    controlPlane.name,
    project,
    stageNames,
    riskAnnotation,
  ]);
}
