import { projectProblems } from '../domain/projectProblems';
import type { ControlPlane } from './ControlPlane';
import type { EntityProject } from './EntityProjects';

const REFRESH_MS = 10_000;

interface Known {
  readonly lookedAtMs: number;
  readonly problems: readonly string[];
}

/** What is wrong with pipelines, looked for now and then: stages change all the time, how they follow each other seldom. */
export class ProjectProblems {
  readonly #known = new WeakMap<ControlPlane, Map<string, Known>>();

  of(projects: readonly EntityProject[], at: Date): string[] {
    return projects.flatMap(found => this.#problemsOf(found, at.getTime()));
  }

  #problemsOf(found: EntityProject, nowMs: number): readonly string[] {
    const { controlPlane, project, stageNames } = found;
    const ofControlPlane =
      this.#known.get(controlPlane) ?? new Map<string, Known>();
    this.#known.set(controlPlane, ofControlPlane);
    const key = JSON.stringify([project, stageNames]);
    const known = ofControlPlane.get(key);
    if (known && nowMs - known.lookedAtMs < REFRESH_MS) return known.problems;
    const problems = projectProblems(found);
    ofControlPlane.set(key, { lookedAtMs: nowMs, problems });
    return problems;
  }
}
