import type { Freshness } from '@fairway/observation';
import type { RiskClass } from '../controls/riskClass';
import type { Warehouse } from '../model/warehouse';
import type { ProjectState } from '../view/ProjectState';
import type { DriftLimits } from './findings/drift';

/**
 * An entity of the catalog, as far as the portfolio tells of it.
 *
 * @public
 */
export interface PortfolioEntity {
  readonly ref: string;
  readonly title: string;
  /** Entity ref. */
  readonly owner: string | undefined;
  /** Entity ref. */
  readonly system: string | undefined;
}

/**
 * What is known of a project on a control plane, of which an item is made.
 *
 * @public
 */
export interface PortfolioProject {
  readonly entity: PortfolioEntity;
  readonly controlPlane: {
    readonly name: string;
    readonly title: string | undefined;
  };
  readonly project: string;
  /** Absent: all stages of the project. */
  readonly stageNames: readonly string[] | undefined;
  readonly state: ProjectState;
  /** Of the stages. */
  readonly freshness: Freshness;
  readonly warehouses: ReadonlyArray<
    Pick<Warehouse, 'name' | 'shard' | 'problem'>
  >;
  readonly projectLabels: Readonly<Record<string, string>>;
  /** Value of the annotation `kargo/risk-class` of the entity. */
  readonly riskAnnotation: string | undefined;
  readonly riskClasses: readonly RiskClass[];
  readonly drift: DriftLimits;
}
