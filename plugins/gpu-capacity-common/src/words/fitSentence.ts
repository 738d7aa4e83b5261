import type { FitAnswer } from '../fit';
import type { ResourceAmounts, UnevaluatedRule } from '../model';
import type { GateOutcome, QuotaGateView } from '../view/fitView';
import { amountText, counted, enumerated } from './amounts';

const RULE_WORDS: Readonly<Record<UnevaluatedRule, string>> = {
  'pod-affinity': 'its pod affinity',
  'pod-anti-affinity': 'its pod anti-affinity',
  'topology-spread': 'its topology spread',
  volumes: 'its volumes',
  'runtime-class': 'its runtime class',
  'priority-class': 'its priority class',
  'other-scheduler': 'another scheduler than the default one',
  claims: 'its device claims',
};

/** What is not evaluated, in words. @public */
export function unevaluatedWords(rules: readonly UnevaluatedRule[]): string {
  return enumerated(rules.map(rule => RULE_WORDS[rule]));
}

/**
 * A shape in words: `4 GPUs, 16 CPUs and 64 GiB of memory`, the accelerators first.
 *
 * @public
 */
export function shapeWords(requests: ResourceAmounts): string {
  const entries = Object.entries(requests).filter(([, amount]) => amount > 0);
  const isDevice = ([resource]: [string, number]) => resource.includes('/');
  const ordered = [
    ...entries.filter(isDevice),
    ...entries.filter(entry => !isDevice(entry)),
  ];
  return ordered.length === 0
    ? 'no amounts'
    : enumerated(
        ordered.map(([resource, amount]) => amountText(resource, amount)),
      );
}

/**
 * Whether pods fit, in a sentence that a person would say.
 *
 * @public
 */
export function fitSentence(options: {
  readonly answer: Pick<
    FitAnswer,
    'verdict' | 'replicas' | 'slots' | 'feasible' | 'unevaluated'
  >;
  readonly outcome: GateOutcome;
  readonly quota: QuotaGateView;
}): string {
  const { answer, outcome, quota } = options;
  const placement = placementSentence(answer);
  switch (outcome) {
    case 'ask-for-quota':
    case 'both':
      return `${placement} ${quota.sentence}`;
    default:
      return placement;
  }
}

function placementSentence(
  answer: Parameters<typeof fitSentence>[0]['answer'],
): string {
  const { verdict, replicas, slots, feasible, unevaluated } = answer;
  const nodes = counted(feasible.length, 'node', 'nodes');
  const unless =
    unevaluated.length > 0
      ? `, unless ${unevaluatedWords(unevaluated)} ${
          unevaluated.length === 1 ? 'stands' : 'stand'
        } against it`
      : '';
  switch (verdict) {
    case 'fits':
      return replicas === 1
        ? `It fits on ${nodes}${unless}.`
        : `All ${replicas} fit, on ${nodes}${unless}.`;
    case 'unknown':
      return slots === 0
        ? 'Whether it fits cannot be said.'
        : `At least ${slots} of ${replicas} fit; for the rest it cannot be said.`;
    default:
      if (slots === 0) return 'It fits on no node now.';
      return `${slots} of ${replicas} fit${unless}.`;
  }
}
