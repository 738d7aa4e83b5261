import type { ClusterQueue } from './clusterQueue';
import type { Cohort } from './cohort';
import {
  growCohortForest,
  nodesFrom,
  pathToRoot,
  type CohortForest,
  type QuotaNode,
} from './cohortForest';
import {
  availableAt,
  heightOf,
  levelOf,
  potentialAt,
  usageUnknown,
  type Level,
} from './quotaLevels';
import { flavorResourceKey, type FlavorResource } from './resourceGroup';

/**
 * Where a queue or cohort stands in a resource of a flavor. Amounts as in `FlavorQuota`; `undefined` is unknown.
 *
 * @public
 */
export interface QuotaStanding {
  /** Own nominal quota and what comes up from below. */
  readonly subtreeQuota: number | undefined;
  /** What counts against it: of a queue its reservations, of a cohort what its children use beyond what they keep. */
  readonly usage: number | undefined;
  /** What may still be taken; negative where more is taken than there is. */
  readonly available: number | undefined;
  /** What could be taken if nothing was used. */
  readonly potentiallyAvailable: number | undefined;
  /** Why something is unknown, in a sentence. */
  readonly unknown: string | undefined;
}

/**
 * What is the matter with the trees of cohorts.
 *
 * @public
 */
export type CohortProblem =
  | {
      /** The cohorts and queues admit nothing, because the chain of parents has no end. */
      readonly problem: 'cycle';
      readonly cohorts: readonly string[];
      readonly clusterQueues: readonly string[];
    }
  | {
      /** Named and does not exist: it has no quota of its own and no parent. */
      readonly problem: 'undeclared-cohort';
      readonly cohort: string;
    };

const UNKNOWN = {
  subtreeQuota: undefined,
  usage: undefined,
  available: undefined,
  potentiallyAvailable: undefined,
};

/**
 * Quota over trees of cohorts, by Kueue's own arithmetic.
 *
 * @see kubernetes-sigs/kueue pkg/cache/scheduler/resource_node.go
 *
 * @public
 */
export class QuotaTree {
  readonly #forest: CohortForest;
  readonly #cohortsKnown: boolean;
  readonly #levels = new Map<string, ReadonlyMap<QuotaNode, Level>>();

  private constructor(forest: CohortForest, cohortsKnown: boolean) {
    this.#forest = forest;
    this.#cohortsKnown = cohortsKnown;
  }

  /**
   * @param cohorts - `undefined` where they cannot be seen: then nothing is known of queues in a cohort
   */
  static create(options: {
    readonly clusterQueues: readonly ClusterQueue[];
    readonly cohorts: readonly Cohort[] | undefined;
  }): QuotaTree {
    return new QuotaTree(
      growCohortForest(options.clusterQueues, options.cohorts ?? []),
      options.cohorts !== undefined,
    );
  }

  get problems(): readonly CohortProblem[] {
    const cyclic = [...this.#forest.cyclic];
    const named = (kind: QuotaNode['kind']) =>
      cyclic.filter(node => node.kind === kind).map(({ name }) => name);
    return [
      ...(cyclic.length === 0
        ? []
        : [
            {
              problem: 'cycle' as const,
              cohorts: named('cohort'),
              clusterQueues: named('cluster-queue'),
            },
          ]),
      ...(this.#cohortsKnown ? this.#forest.undeclared : []).map(cohort => ({
        problem: 'undeclared-cohort' as const,
        cohort,
      })),
    ];
  }

  /** Where a queue stands; `undefined` where there is none of that name. */
  ofClusterQueue(name: string, of: FlavorResource): QuotaStanding | undefined {
    return this.#standing(this.#forest.queues.get(name), of);
  }

  /** Where a cohort stands; `undefined` where there is none of that name. */
  ofCohort(name: string, of: FlavorResource): QuotaStanding | undefined {
    return this.#standing(this.#forest.cohorts.get(name), of);
  }

  /** Name of the cohort at the root of a queue's tree; `undefined` without a cohort or with a cycle. */
  rootOf(clusterQueue: string): string | undefined {
    const node = this.#forest.queues.get(clusterQueue);
    if (!node?.parent || this.#forest.cyclic.has(node)) return undefined;
    return pathToRoot(node).at(-1)?.name;
  }

  /** Quota that the cohorts of a queue's tree have themselves, beside that of its queues; `undefined` if unknown. */
  cohortQuotaAround(
    clusterQueue: string,
    of: FlavorResource,
  ): number | undefined {
    const node = this.#forest.queues.get(clusterQueue);
    if (!node || this.#unknown(node)) return undefined;
    const key = flavorResourceKey(of);
    return nodesFrom(pathToRoot(node).at(-1) ?? node)
      .filter(({ kind }) => kind === 'cohort')
      .reduce((sum, { quotas }) => sum + (quotas.get(key)?.nominal ?? 0), 0);
  }

  /**
   * How far up in the tree an amount has to be found, beside what the queue holds: 0 in the queue itself.
   *
   * @returns `undefined` where that is unknown
   * @see kubernetes-sigs/kueue pkg/scheduler/preemption/classical/hierarchical_preemption.go
   */
  heightThatFits(
    clusterQueue: string,
    of: FlavorResource,
    amount: number,
  ): { readonly height: number; readonly mayReclaim: boolean } | undefined {
    const node = this.#forest.queues.get(clusterQueue);
    if (!node || this.#unknown(node)) return undefined;
    const levels = this.#levelsOf(node, of);
    const [queue, ...cohorts] = pathToRoot(node);
    let remaining = amount;
    for (const at of [queue, ...cohorts]) {
      const level = levels.get(at);
      if (level?.usage === undefined) return undefined;
      if (level.subtreeQuota >= level.usage + remaining || !queue.parent) {
        return {
          height: at === queue ? 0 : heightOf(at),
          mayReclaim: at.parent !== undefined,
        };
      }
      remaining -= Math.max(0, level.localQuota - level.usage);
    }
    return { height: heightOf(cohorts[cohorts.length - 1]), mayReclaim: false };
  }

  #standing(
    node: QuotaNode | undefined,
    of: FlavorResource,
  ): QuotaStanding | undefined {
    if (!node) return undefined;
    const unknown = this.#unknown(node);
    if (unknown) return { ...UNKNOWN, unknown };
    const levels = this.#levelsOf(node, of);
    const key = flavorResourceKey(of);
    const own = levels.get(node);
    let available: number | undefined = 0;
    let potential = 0;
    for (const at of [...pathToRoot(node)].reverse()) {
      const level = levels.get(at);
      if (!level) continue;
      const limit = at.quotas.get(key)?.borrowingLimit;
      available = availableAt(at, level, { limit, above: available });
      potential = potentialAt(at, level, { limit, above: potential });
    }
    return {
      subtreeQuota: own?.subtreeQuota,
      usage: own?.usage,
      available,
      potentiallyAvailable: potential,
      unknown:
        available === undefined
          ? usageUnknown(nodesFrom(pathToRoot(node).at(-1) ?? node), key)
          : undefined,
    };
  }

  #unknown(node: QuotaNode): string | undefined {
    if (!this.#cohortsKnown && node.parent) {
      return `The cohort "${node.parent.name}" is not observed.`;
    }
    return this.#forest.cyclic.has(node)
      ? `The cohorts above "${node.name}" form a cycle, so that it admits nothing.`
      : undefined;
  }

  /** Standing of all nodes of a tree, children before parents. */
  #levelsOf(
    node: QuotaNode,
    of: FlavorResource,
  ): ReadonlyMap<QuotaNode, Level> {
    const root = pathToRoot(node).at(-1) ?? node;
    const key = flavorResourceKey(of);
    const memo = `${root.kind}\0${root.name}\0${key}`;
    const known = this.#levels.get(memo);
    if (known) return known;
    const levels = new Map<QuotaNode, Level>();
    for (const at of [...nodesFrom(root)].reverse()) {
      levels.set(at, levelOf(at, key, levels));
    }
    this.#levels.set(memo, levels);
    return levels;
  }
}
