import { formatDuration } from '@fairway/observation';
import { finalStages } from '../model/stageOrder';
import type { Stage } from '../model/stage';
import { driftFindings } from './findings/drift';
import { excerpt } from './findings/failures';
import type { Finding } from './findings/finding';
import type { PortfolioProject } from './PortfolioProject';

/** A watch that breaks is usually back at once; what is older than this is not taken for the present. */
const STALE_SECONDS = 120;

/** The stages of the entity that run something. */
export function shownStages(project: PortfolioProject): Stage[] {
  const { stageNames, state } = project;
  return state.stages.filter(
    ({ controlFlow, name }) =>
      !controlFlow && (stageNames?.includes(name) ?? true),
  );
}

/** The last stages of the pipeline among those. */
export function productionStages(project: PortfolioProject): Stage[] {
  const final = new Set(
    finalStages(project.state.stages).map(({ name }) => name),
  );
  return shownStages(project).filter(({ name }) => final.has(name));
}

/** Why nothing certain can be said of the project at all. */
export function blindness(project: PortfolioProject): Finding | undefined {
  const { freshness, state, project: name } = project;
  const place = project.controlPlane.title ?? project.controlPlane.name;
  const unknown = (reason: string, since?: string): Finding => ({
    state: 'unknown',
    reason,
    since,
  });
  switch (freshness.status) {
    case 'loading':
      return unknown(`${place} is being read for the first time`);
    case 'unobserved':
      return unknown(
        `the stages on ${place} are not observed: ${freshness.reason}`,
      );
    case 'stale': {
      const { since, error } = freshness;
      if (since === undefined) {
        return unknown(`${place} could never be read: ${excerpt(error)}`);
      }
      const seconds = (state.at.getTime() - Date.parse(since)) / 1000;
      if (seconds < STALE_SECONDS) break;
      const age = formatDuration(seconds);
      return unknown(
        `${place} could not be read for ${age}: ${excerpt(error)}`,
        since,
      );
    }
    default:
  }
  if (state.stages.length === 0) {
    return unknown(`${place} has no stages in the project ${name}`);
  }
  return shownStages(project).length === 0
    ? unknown(
        `the project ${name} on ${place} has none of the stages of the entity`,
      )
    : undefined;
}

/** What is to be said of the project beside its stages: warehouses that find nothing, and drift. */
export function projectFindings(project: PortfolioProject): Finding[] {
  const { state, drift, warehouses } = project;
  const used = new Set(
    shownStages(project).flatMap(({ requests }) =>
      requests.map(({ warehouse }) => warehouse),
    ),
  );
  const broken = warehouses.flatMap(({ name, problem }): Finding[] =>
    problem && used.has(name)
      ? [
          {
            state: 'failed',
            reason: `the warehouse ${name} finds nothing new: ${excerpt(
              problem.message,
            )}`,
            since: problem.since,
          },
        ]
      : [],
  );
  return [...broken, ...driftFindings(productionStages(project), state, drift)];
}
