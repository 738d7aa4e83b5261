import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  commitCompareUrl,
  compareArtifacts,
  comparisonSummary,
  promotionHeadline,
  type EntityPromotions,
  type FreightComparison,
  type ProjectState,
  type PromotionDetail,
  type SharedCause,
  type StageDetail,
} from '@fairway/plugin-kargo-common';
import { controlledStage } from '../controls/controlledStage';
import type { StagePolicies } from '../controls/StagePolicies';
import type { StageControls } from '../controls/StageControls';
import {
  projectUrl,
  type ControlPlaneLinks,
} from '../domain/ControlPlaneLinks';
import { comparisonSide } from '../domain/comparisonSide';
import { promotionDetail } from '../domain/promotionDetail';
import { projectPromotions } from '../domain/projectPromotions';
import { stageDetail } from '../domain/stageDetail';
import type { ControlPlanes } from './ControlPlanes';
import type { EntityProject, EntityProjects } from './EntityProjects';
import type {
  CallerOptions,
  KargoPromotionsService,
} from './KargoPromotionsService';
import type { PromotionReader } from './PromotionReader';
import { ProjectProblems } from './ProjectProblems';
import { SharedCauses } from './SharedCauses';

/** Answers from the watches, and reads one promotion where its steps are asked for. */
export class DefaultKargoPromotionsService implements KargoPromotionsService {
  readonly #controlPlanes: ControlPlanes;
  readonly #controls: StageControls;
  readonly #entityProjects: EntityProjects;
  readonly #problems = new ProjectProblems();
  readonly #sharedCauses = new SharedCauses();
  readonly #policies: Pick<StagePolicies, 'of'>;
  readonly #promotionReader: PromotionReader;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #links: ReadonlyMap<string, ControlPlaneLinks>;

  constructor(options: {
    readonly controlPlanes: ControlPlanes;
    readonly controls: StageControls;
    readonly entityProjects: EntityProjects;
    readonly policies: Pick<StagePolicies, 'of'>;
    readonly promotionReader: PromotionReader;
    readonly integrations: ScmIntegrationRegistry;
    readonly links: ReadonlyMap<string, ControlPlaneLinks>;
  }) {
    this.#controlPlanes = options.controlPlanes;
    this.#controls = options.controls;
    this.#entityProjects = options.entityProjects;
    this.#policies = options.policies;
    this.#promotionReader = options.promotionReader;
    this.#integrations = options.integrations;
    this.#links = options.links;
  }

  async getEntityPromotions(
    entityRef: string,
    options: CallerOptions,
  ): Promise<EntityPromotions> {
    const scope = await this.#entityProjects.find(entityRef, options);
    if (scope.status === 'nothing') {
      return {
        headline: scope.headline,
        notices: [scope.notice],
        projects: [],
      };
    }
    const { project, riskClass, notices } = scope;
    if (scope.projects.length === 0 && notices.length === 0) {
      return {
        headline: `No control plane has the project ${project}.`,
        notices: [
          `Create the Kargo project ${project}, or correct the annotation kargo/project.`,
        ],
        projects: [],
      };
    }
    const at = new Date();
    const projects = scope.projects.map(item =>
      projectPromotions({
        ...item,
        url: projectUrl(this.#links.get(item.controlPlane.name), project),
        state: this.#stateOf(item, at),
      }),
    );
    return {
      headline: promotionHeadline(projects, at),
      riskClass,
      notices: [...notices, ...this.#problems.of(scope.projects, at)],
      projects,
    };
  }

  async getPromotion(
    entityRef: string,
    promotion: { readonly controlPlane: string; readonly name: string },
    options: CallerOptions,
  ): Promise<PromotionDetail> {
    const found = await this.#entityProjects.findOne(
      entityRef,
      promotion.controlPlane,
      options,
    );
    const { controlPlane, project, stageNames } = found;
    const at = new Date();
    const read = await this.#promotionReader.read({
      controlPlane: controlPlane.name,
      project,
      name: promotion.name,
    });
    if (!(stageNames?.includes(read.stage) ?? true)) {
      throw new NotFoundError(
        `The promotion ${promotion.name} is of no stage of ${entityRef}`,
      );
    }
    return promotionDetail({
      promotion: read,
      controlPlane: controlPlane.name,
      stage: this.#stateOf(found, at).stageNamed(read.stage),
      links: this.#links.get(controlPlane.name),
      causes: this.#causes(at),
    });
  }

  async getStage(
    entityRef: string,
    wanted: {
      readonly controlPlane: string;
      readonly name: string;
      readonly freight?: string;
    },
    options: CallerOptions,
  ): Promise<StageDetail> {
    const found = await this.#entityProjects.findOne(
      entityRef,
      wanted.controlPlane,
      options,
    );
    const { controlPlane, project, stageNames } = found;
    const at = new Date();
    const state = this.#stateOf(found, at);
    const stage = state.stageNamed(wanted.name);
    if (!stage || !(stageNames?.includes(stage.name) ?? true)) {
      throw new NotFoundError(
        `${entityRef} has no stage ${wanted.name} on ${controlPlane.name}`,
      );
    }
    const controlled = controlledStage(found, stage);
    return stageDetail({
      controlPlane,
      state,
      stage,
      freight: wanted.freight,
      links: this.#links.get(controlPlane.name),
      causes: this.#causes(at),
      controls: this.#controls.view(controlled, at),
      riskClass: this.#controls.classOf(controlled).riskClass,
      readPolicy: freight =>
        this.#policies.of({ entityRef, found, stage, freight }, options),
      readPromotion: name =>
        this.#promotionReader
          .read({ controlPlane: controlPlane.name, project, name })
          // Without its steps, less is known of why it waits; the rest of the answer stands.
          .catch(() => undefined),
    });
  }

  async compareFreight(
    entityRef: string,
    sides: { readonly from: string; readonly to: string },
    options: CallerOptions,
  ): Promise<FreightComparison> {
    const scope = await this.#entityProjects.find(entityRef, options);
    const projects = scope.status === 'projects' ? scope.projects : [];
    const from = comparisonSide(sides.from, projects);
    const to = comparisonSide(sides.to, projects);
    const changes = compareArtifacts(
      from.artifacts,
      to.artifacts,
      (repoURL, left, right) =>
        commitCompareUrl({
          host: this.#integrations.byUrl(repoURL)?.type,
          repoURL,
          from: left,
          to: right,
        }),
    );
    return {
      from: { title: from.title, version: from.version },
      to: { title: to.title, version: to.version },
      changes,
      summary: comparisonSummary(changes),
    };
  }

  #stateOf(found: EntityProject, at: Date): ProjectState {
    return found.controlPlane.stateOf(found.project, at, (stage, time) =>
      this.#controls.closedWindow(controlledStage(found, stage), time),
    );
  }

  #causes(at: Date): readonly SharedCause[] {
    return this.#sharedCauses.among(this.#controlPlanes.known(), at);
  }
}
