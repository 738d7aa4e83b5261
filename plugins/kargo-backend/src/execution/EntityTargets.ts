import {
  PORTAL_ACTIONS,
  type ActionPreflight,
  type AvailableActions,
  type PortalOrder,
} from '@fairway/plugin-kargo-common';
import type { CallerOptions, People } from '../approvals/People';
import type { StageControls } from '../controls/StageControls';
import { stageRiskClass } from '../controls/stageRiskClass';
import type { ActionFacts } from '../preflight/ActionFacts';
import type { PreflightService } from '../preflight/PreflightService';
import type { EntityProjects } from '../services/EntityProjects';
import { targetsOf, type ActionTarget } from './handlers';

/** What can be done for an entity, and what stands against it. */
export class EntityTargets {
  readonly #controls: StageControls;
  readonly #entityProjects: EntityProjects;
  readonly #facts: ActionFacts;
  readonly #people: Pick<People, 'callerOf'>;
  readonly #preflights: PreflightService;

  constructor(options: {
    readonly controls: StageControls;
    readonly entityProjects: EntityProjects;
    readonly facts: ActionFacts;
    readonly people: Pick<People, 'callerOf'>;
    readonly preflights: PreflightService;
  }) {
    this.#controls = options.controls;
    this.#entityProjects = options.entityProjects;
    this.#facts = options.facts;
    this.#people = options.people;
    this.#preflights = options.preflights;
  }

  /** @throws `NotFoundError` where the entity does not have what the order names */
  async of(
    entityRef: string,
    order: PortalOrder,
    options: CallerOptions,
  ): Promise<readonly ActionTarget[]> {
    const project = await this.#entityProjects.findOne(
      entityRef,
      order.controlPlane,
      options,
    );
    return targetsOf(order, {
      entityRef,
      project,
      caller: options,
      personOf: () => this.#people.callerOf(options),
      controls: this.#controls,
      facts: this.#facts,
      preflights: this.#preflights,
    });
  }

  /** Everything that stands against an order, at once. @throws as `of` does */
  async check(
    entityRef: string,
    order: PortalOrder,
    options: CallerOptions,
  ): Promise<ActionPreflight> {
    const targets = await this.of(entityRef, order, options);
    return {
      action: order.action,
      targets: await Promise.all(
        targets.map(async target => {
          const checked = await target.check();
          const { decision, riskClass, freight, version } = checked;
          return {
            subject: target.subject,
            decision,
            blockers: [...checked.blockers],
            warnings: [...checked.warnings],
            overridden: [...checked.overridden],
            riskClass,
            freight,
            version,
          };
        }),
      ),
    };
  }

  /** What the portal would do on a control plane for the caller. @throws `NotFoundError` where the entity is not there */
  async available(
    entityRef: string,
    controlPlane: string,
    options: CallerOptions,
  ): Promise<AvailableActions> {
    const found = await this.#entityProjects.findOne(
      entityRef,
      controlPlane,
      options,
    );
    const own = found.controlPlane
      .stagesOf(found.project)
      .filter(({ name }) => found.stageNames?.includes(name) ?? true);
    const isCarriedOut = new Map(
      own.map(stage => [
        stage.name,
        this.#controls.executionMode(
          stageRiskClass(this.#controls, found, stage),
        ) === 'execute',
      ]),
    );
    const warehouses = found.controlPlane
      .warehousesOf(found.project)
      .filter(({ name }) => {
        const takers = own.filter(({ requests }) =>
          requests.some(
            ({ warehouse, direct }) => warehouse === name && direct,
          ),
        );
        return (
          takers.length > 0 &&
          takers.every(stage => isCarriedOut.get(stage.name))
        );
      });
    return {
      stages: own
        .map(({ name }) => name)
        .filter(name => isCarriedOut.get(name))
        .sort(),
      warehouses: warehouses.map(({ name }) => name).sort(),
      unsupported: PORTAL_ACTIONS.flatMap(action => {
        const support = this.#facts.supportOf(controlPlane, action, options);
        if (support.supported) return [];
        const { reason, whoCanAct } = support;
        return [{ action, reason, whoCanAct }];
      }),
    };
  }
}
