import {
  unknownItemOf,
  type PortfolioItem,
} from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import { stageNamesOf } from '../services/stageNamesOf';
import type { FoundControlPlanes } from './FoundControlPlanes';
import type { ProjectEntity } from './ProjectEntity';

/** The part of a project that belongs to an entity. */
export interface PlacedProject {
  readonly entity: ProjectEntity;
  readonly controlPlane: ControlPlane;
  readonly project: string;
  readonly stageNames: readonly string[] | undefined;
  readonly riskAnnotation: string | undefined;
}

/** Where the project of an entity is, and what is to be said where it cannot be found. */
export interface Placement {
  readonly projects: readonly PlacedProject[];
  readonly unknown: readonly PortfolioItem[];
}

/** Joins an entity with the control planes that have its project. Every entity has one or the other. */
export function placementOf(
  entity: ProjectEntity,
  found: FoundControlPlanes,
): Placement {
  const { scope } = entity;
  if (scope.status === 'invalid') {
    return { projects: [], unknown: [unknown(entity, scope.reason)] };
  }
  const { project, riskClass, warehouse, controlPlanes: named } = scope;
  const place = (controlPlane: ControlPlane): PlacedProject => ({
    entity,
    controlPlane: warehouse
      ? controlPlane.ofWarehouse(warehouse)
      : controlPlane,
    project,
    stageNames: stageNamesOf(scope, controlPlane),
    riskAnnotation: riskClass,
  });
  if (named) {
    return {
      projects: found.controlPlanes
        .filter(({ name }) => named.includes(name))
        .map(place),
      unknown: named.flatMap(name => whyNotThere(entity, name, found) ?? []),
    };
  }
  const having = found.controlPlanes.filter(
    controlPlane =>
      controlPlane.stagesOf(project).length > 0 ||
      controlPlane.freightOf(project).length > 0,
  );
  return having.length > 0
    ? { projects: having.map(place), unknown: [] }
    : {
        projects: [],
        unknown: [unknown(entity, nowhere(project, found))],
      };
}

function unknown(
  entity: ProjectEntity,
  reason: string,
  controlPlane?: string,
): PortfolioItem {
  return unknownItemOf({
    entity,
    project: entity.project,
    reason,
    controlPlane,
  });
}

/** `undefined` where the control plane that an entity names is there. */
function whyNotThere(
  entity: ProjectEntity,
  name: string,
  { controlPlanes, unreadable }: FoundControlPlanes,
): PortfolioItem | undefined {
  if (controlPlanes.some(controlPlane => controlPlane.name === name)) {
    return undefined;
  }
  const away = unreadable.find(one => one.name === name);
  return unknown(
    entity,
    away
      ? `${name} could not be read: ${away.reason}.`
      : `The annotation kargo/instance names "${name}", which is no Kargo control plane that is known here.`,
    name,
  );
}

function nowhere(
  project: string,
  { controlPlanes, unreadable }: FoundControlPlanes,
): string {
  const away = [
    ...unreadable.map(({ name }) => name),
    ...controlPlanes
      .filter(
        ({ observations }) =>
          observations.stages.snapshot().state.status !== 'live',
      )
      .map(({ name }) => name),
  ];
  return away.length === 0
    ? `No control plane has the project ${project}.`
    : `No control plane that can be read has the project ${project}; ${away.join(
        ', ',
      )} cannot be read.`;
}
