import { ANNOTATION_KARGO_RISK_CLASS } from '../../entity';
import type { RiskClass } from './riskClass';
import { strictestOf } from './strictest';

/**
 * Label on a stage or a project that names its risk class. It is not in the domain of Kargo, which is not ours.
 *
 * @public
 */
export const LABEL_RISK_CLASS = 'kargo.fairway.dev/risk-class';

/** @public */
export type RiskClassSource =
  | 'stage-label'
  | 'project-label'
  | 'annotation'
  | 'inferred'
  | 'default';

/**
 * The risk class of a stage, and why it is that one.
 *
 * @public
 */
export interface RiskClassAssignment {
  readonly name: string;
  readonly source: RiskClassSource;
  /** Steps from which it was inferred. */
  readonly inferredFrom?: readonly string[];
  /** It is the strictest class, taken since the right one is not known. */
  readonly strictest?: true;
  /** What is wrong with the class that was named, in one sentence. */
  readonly problem?: string;
}

interface Inference {
  readonly steps: RegExp;
  /** Absent: such a change is regulated, which is as strict as it gets. */
  readonly riskClass?: string;
}

/** @see akuity/kargo docs/enterprise-features.json, which lists these steps */
const INFERENCES: readonly Inference[] = [
  {
    steps: /^(tf-(plan|apply|output)|hcl-update)$/,
    riskClass: 'infrastructure',
  },
  { steps: /^(snow-.+|jira|wait-for-approval)$/ },
];

/**
 * The risk class of a stage: what its label says, else the label of its project, else the annotation of its entity,
 * else what its steps suggest. A name that is no class is not passed over: somebody meant something by it.
 *
 * @public
 */
export function riskClassOf(options: {
  readonly stageLabels: Readonly<Record<string, string>> | undefined;
  readonly projectLabels: Readonly<Record<string, string>> | undefined;
  /** Value of the annotation `kargo/risk-class` of the entity. */
  readonly annotation: string | undefined;
  /** `uses` of each step; absent where the steps could not be read. */
  readonly steps: readonly string[] | undefined;
  readonly classes: readonly RiskClass[];
}): RiskClassAssignment {
  const { stageLabels, projectLabels, annotation, steps, classes } = options;
  const named = [
    {
      source: 'stage-label',
      place: `The label ${LABEL_RISK_CLASS} of the stage`,
      value: stageLabels?.[LABEL_RISK_CLASS],
    },
    {
      source: 'project-label',
      place: `The label ${LABEL_RISK_CLASS} of the project`,
      value: projectLabels?.[LABEL_RISK_CLASS],
    },
    {
      source: 'annotation',
      place: `The annotation ${ANNOTATION_KARGO_RISK_CLASS}`,
      value: annotation,
    },
  ] as const;
  for (const { source, place, value } of named) {
    const name = value?.trim();
    if (name) {
      return classes.some(riskClass => riskClass.name === name)
        ? { name, source }
        : {
            name: strictestOf(classes).name,
            source,
            strictest: true,
            problem: `${place} says "${name}", which is no risk class here; known are ${classes
              .map(riskClass => riskClass.name)
              .join(', ')}.`,
          };
    }
  }
  return inferred(steps ?? [], classes);
}

function inferred(
  steps: readonly string[],
  classes: readonly RiskClass[],
): RiskClassAssignment {
  const matches = INFERENCES.map(inference => ({
    inference,
    steps: [...new Set(steps.filter(step => inference.steps.test(step)))],
  })).filter(match => match.steps.length > 0);
  const strictest = strictestOf(classes);
  if (matches.length === 0) {
    return { name: strictest.name, source: 'default', strictest: true };
  }
  const suggested = matches.map(
    ({ inference }) =>
      classes.find(({ name }) => name === inference.riskClass) ?? strictest,
  );
  const { name } = strictestOf(suggested);
  return {
    name,
    source: 'inferred',
    inferredFrom: matches.flatMap(match => match.steps),
    ...(name === strictest.name && { strictest: true as const }),
  };
}
