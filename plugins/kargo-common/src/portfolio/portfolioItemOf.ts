import { compareNewestFirst } from '../model/freight';
import type { Stage } from '../model/stage';
import type { ProjectState } from '../view/ProjectState';
import { compareFindings, type Finding } from './findings/finding';
import { stageFinding } from './findings/stageFinding';
import { stageSubject } from './findings/StageSubject';
import type { PortfolioItem, StageCounts } from './portfolioItem';
import type { PortfolioEntity, PortfolioProject } from './PortfolioProject';
import {
  blindness,
  productionStages,
  projectFindings,
  shownStages,
} from './projectFindings';
import {
  STATES_THAT_NEED_SOMEBODY,
  type PortfolioState,
} from './portfolioState';
import { projectRisk } from './projectRisk';

const DEFAULT_SHARD = 'default';

const NO_STAGES: StageCounts = {
  good: 0,
  attention: 0,
  bad: 0,
  busy: 0,
  unknown: 0,
};

const TONES: Readonly<Record<PortfolioState, keyof StageCounts>> = {
  failed: 'bad',
  stuck: 'attention',
  drifted: 'attention',
  waiting: 'attention',
  unknown: 'unknown',
  moving: 'busy',
  steady: 'good',
};

/**
 * How the project of an entity stands on a control plane: the most urgent thing that was found about it.
 *
 * @public
 */
export function portfolioItemOf(project: PortfolioProject): PortfolioItem {
  const { entity, state, controlPlane } = project;
  const stages = shownStages(project);
  const risk = projectRisk(stages, project);
  const looked = stages.map(stage => ({
    stage,
    finding: stageFinding(stageSubject(stage, state, risk.classOf(stage))),
  }));
  const findings = [
    ...looked.flatMap(({ finding }) => finding ?? []),
    ...projectFindings(project),
  ].sort(compareFindings);
  const blind = blindness(project);
  const [first = steady(project)] = findings;
  const {
    state: how,
    reason,
    since,
  } = blind ? withLastKnown(blind, findings[0]) : first;
  const more = findings.slice(1).filter(needsSomebody).length;
  return {
    ...identity(entity, project.project),
    controlPlane: { name: controlPlane.name, title: controlPlane.title },
    state: how,
    reason: sentence(reason),
    moreReasons: blind ? undefined : more || undefined,
    since,
    newestVersion: newestVersion(stages, state),
    productionVersions: versionsIn(productionStages(project)),
    stages: looked.reduce(countTone, NO_STAGES),
    riskClass: risk.riskClass,
    riskClassAssumed: risk.riskClass ? risk.assumed || undefined : undefined,
    shards: [
      ...new Set(stages.map(({ shard }) => shard ?? DEFAULT_SHARD)),
    ].sort(),
  };
}

/**
 * The item of an entity of whose project nothing is known anywhere.
 *
 * @param reason - why, one sentence
 *
 * @public
 */
export function unknownItemOf(options: {
  readonly entity: PortfolioEntity;
  readonly project: string;
  readonly reason: string;
  /** Where it should be, and could not be read. */
  readonly controlPlane?: string;
}): PortfolioItem {
  const { entity, project, reason, controlPlane } = options;
  return {
    ...identity(entity, project),
    controlPlane: controlPlane ? { name: controlPlane } : undefined,
    state: 'unknown',
    reason,
    productionVersions: [],
    stages: NO_STAGES,
    shards: [],
  };
}

function identity(entity: PortfolioEntity, project: string) {
  const { ref, title, owner, system } = entity;
  return { entityRef: ref, title, owner, system, project };
}

function steady(project: PortfolioProject): Finding {
  const versions = versionsIn(productionStages(project)).join(' and ');
  return {
    state: 'steady',
    reason: versions
      ? `production has ${versions}, and nothing newer is on its way`
      : 'nothing is on its way',
  };
}

/** What was seen last is worth knowing, though it may be over. */
function withLastKnown(blind: Finding, last: Finding | undefined): Finding {
  return last && needsSomebody(last)
    ? { ...blind, reason: `${blind.reason}; before that, ${last.reason}` }
    : blind;
}

function needsSomebody({ state }: Finding): boolean {
  return STATES_THAT_NEED_SOMEBODY.some(needy => needy === state);
}

function countTone(
  counts: StageCounts,
  looked: { readonly stage: Stage; readonly finding: Finding | undefined },
): StageCounts {
  const { stage, finding } = looked;
  const isEmpty = !finding && !stage.freight;
  const tone = isEmpty ? 'unknown' : TONES[finding?.state ?? 'steady'];
  return { ...counts, [tone]: counts[tone] + 1 };
}

function versionsIn(stages: readonly Stage[]): string[] {
  return [...new Set(stages.flatMap(({ freight }) => freight?.version ?? []))];
}

/** Of the freight that the stages take. */
function newestVersion(
  stages: readonly Stage[],
  { freight }: ProjectState,
): string | undefined {
  const origins = new Set<string | undefined>(
    stages.flatMap(({ requests }) => requests.map(({ origin }) => origin)),
  );
  return freight
    .filter(({ origin, version }) => version && origins.has(origin))
    .sort(compareNewestFirst)[0]?.version;
}

function sentence(clause: string): string {
  const text = clause.charAt(0).toLocaleUpperCase('en-US') + clause.slice(1);
  return /[.…]$/.test(text) ? text : `${text}.`;
}
