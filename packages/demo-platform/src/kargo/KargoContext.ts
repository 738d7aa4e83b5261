import type {
  KubernetesObject,
  ResourceStore,
} from '@fairway/kubernetes-resources/testUtils';
import type { DemoClock } from '../clock/DemoClock';
import type { SeededRandom } from '../clock/SeededRandom';
import { kargoResources } from './kargoResources';
import type {
  Freight,
  ProjectConfig,
  Promotion,
  Stage,
  Warehouse,
} from './kargoSchemas';
import {
  freightSchema,
  projectConfigSchema,
  promotionSchema,
  stageSchema,
  warehouseSchema,
} from './kargoSchemas';

/** The newest commit of a repository. */
export interface Commit {
  readonly id: string;
  readonly message: string;
  readonly author: string;
}

/** What the parts of the Kargo stand-in share. */
export interface KargoContext {
  readonly store: ResourceStore;
  readonly clock: DemoClock;
  readonly random: SeededRandom;
  /** The newest commit of a repository that the forge knows. */
  latestCommit(repoUrl: string): Commit | undefined;
}

/** Reads stored objects of one kind. They never change in place, so that each is parsed once. */
class ParsedObjects<T> {
  readonly #schema: { parse(value: unknown): T };
  readonly #known = new WeakMap<KubernetesObject, T>();

  constructor(schema: { parse(value: unknown): T }) {
    this.#schema = schema;
  }

  readonly read = (object: KubernetesObject): T => {
    const value = this.#known.get(object) ?? this.#schema.parse(object);
    this.#known.set(object, value);
    return value;
  };
}

const warehouses = new ParsedObjects(warehouseSchema);
const freights = new ParsedObjects(freightSchema);
const stages = new ParsedObjects(stageSchema);
const promotions = new ParsedObjects(promotionSchema);
const projectConfigs = new ParsedObjects(projectConfigSchema);

export function warehousesOf(
  { store }: KargoContext,
  namespace: string,
): Warehouse[] {
  return store
    .list(kargoResources.warehouses, { namespace })
    .map(warehouses.read);
}

export function freightsOf(
  { store }: KargoContext,
  namespace: string,
): Freight[] {
  return store.list(kargoResources.freights, { namespace }).map(freights.read);
}

export function stagesOf({ store }: KargoContext, namespace: string): Stage[] {
  return store.list(kargoResources.stages, { namespace }).map(stages.read);
}

/** Oldest first: names sort by creation within a stage, times across stages. */
export function promotionsOf(
  { store }: KargoContext,
  namespace: string,
): Promotion[] {
  return store
    .list(kargoResources.promotions, { namespace })
    .map(promotions.read)
    .sort((left, right) => (promotionId(left) < promotionId(right) ? -1 : 1));
}

function promotionId(promotion: Promotion): string {
  return promotion.metadata.name.split('.')[1] ?? '';
}

export function projectConfigOf(
  { store }: KargoContext,
  namespace: string,
): ProjectConfig | undefined {
  return store
    .list(kargoResources.projectConfigs, { namespace })
    .map(projectConfigs.read)[0];
}
