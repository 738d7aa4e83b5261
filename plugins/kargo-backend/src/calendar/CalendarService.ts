import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  calendarFrameOf,
  calendarView,
  type Calendar,
  type CalendarFrame,
  type CalendarQuery,
} from '@fairway/plugin-kargo-common';
import type { StageControls } from '../controls/StageControls';
import { CallerEntities } from '../portfolio/CallerEntities';
import { ControlPlaneFinder } from '../portfolio/FoundControlPlanes';
import { placementOf } from '../portfolio/placement';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { EntityProjects } from '../services/EntityProjects';
import { calendarSources } from './calendarSources';
import { calendarStages, type CalendarProject } from './calendarStages';

const FIRST_ANSWER_TIMEOUT_MS = 5_000;

interface CallerOptions {
  readonly credentials: BackstageCredentials;
}

/** The freeze calendar of what a caller may see. */
export class CalendarService {
  readonly #controls: StageControls;
  readonly #entities: CallerEntities;
  readonly #entityProjects: EntityProjects;
  readonly #finder: ControlPlaneFinder;
  readonly #now: () => Date;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly controlPlanes: ControlPlanes;
    readonly controls: StageControls;
    readonly entityProjects: EntityProjects;
    readonly now?: () => Date;
  }) {
    this.#controls = options.controls;
    this.#entities = new CallerEntities(options);
    this.#entityProjects = options.entityProjects;
    this.#finder = new ControlPlaneFinder(options);
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Of all stages of all entities that the caller may see, as far as the filters leave them.
   *
   * @throws `InputError` where the time that is asked for makes no sense
   */
  async getCalendar(
    query: CalendarQuery,
    { credentials }: CallerOptions,
  ): Promise<Calendar> {
    const at = this.#now();
    const frame = frameOf(query, at);
    const [entities, found] = await Promise.all([
      this.#entities.list(credentials),
      this.#finder.find(),
    ]);
    await Promise.all(
      found.controlPlanes.map(controlPlane =>
        controlPlane.calendarSettled(FIRST_ANSWER_TIMEOUT_MS),
      ),
    );
    const projects = entities
      .filter(({ ref }) => query.entity?.includes(ref) ?? true)
      .flatMap(entity => placementOf(entity, found).projects);
    const notices = found.unreadable.map(
      ({ name, reason }) => `${name} could not be read: ${reason}.`,
    );
    if (entities.length === 0) {
      notices.push(
        'No entity that you may see has a Kargo project. Set the annotation kargo/project of a component to the name of its Kargo project.',
      );
    }
    return this.#view({ projects, filter: query, frame, at, notices });
  }

  /**
   * Of the stages of one entity.
   *
   * @throws `NotFoundError` where the caller can see no such entity; `InputError` where the time that is asked for makes
   * no sense
   */
  async getEntityCalendar(
    entityRef: string,
    query: CalendarQuery,
    options: CallerOptions,
  ): Promise<Calendar> {
    const at = this.#now();
    const frame = frameOf(query, at);
    const scope = await this.#entityProjects.find(entityRef, options);
    if (scope.status === 'nothing') {
      const notices = [scope.notice];
      return this.#view({ projects: [], filter: query, frame, at, notices });
    }
    const projects = scope.projects.map(({ riskClass, ...project }) => ({
      ...project,
      riskAnnotation: riskClass,
    }));
    const { notices } = scope;
    return this.#view({ projects, filter: query, frame, at, notices });
  }

  #view(options: {
    readonly projects: readonly CalendarProject[];
    readonly filter: CalendarQuery;
    readonly frame: CalendarFrame;
    readonly at: Date;
    readonly notices: readonly string[];
  }): Calendar {
    return calendarView({
      ...options,
      stages: calendarStages({ ...options, controls: this.#controls }),
      sources: calendarSources(options.projects, options.at),
    });
  }
}

function frameOf(query: CalendarQuery, at: Date): CalendarFrame {
  try {
    return calendarFrameOf(query, at);
  } catch (error) {
    throw new InputError(toError(error).message);
  }
}
