import { wilsonInterval, type ProportionEstimate } from '@fairway/statistics';
import {
  measure,
  NOTHING_COUNTED,
  type MeasureContext,
} from '../measures/measure';
import type { MeasureDefinition } from '../measures/MeasureDefinition';
import type { MeasureResult } from '../measures/MeasureResult';
import { coverageOf } from '../measures/sift';
import type { BypassCause } from './BypassCause';

/** @public */
export const PROPOSAL_PRECISION: MeasureDefinition = {
  id: 'workarounds.proposal-precision',
  version: 1,
  title: 'Precision of proposed causes',
  counted:
    'Episodes of which the owner confirmed the proposed cause, over all episodes with a proposal that an owner decided, for one version of the rules.',
  notCounted:
    'Episodes that nobody has decided yet, which are told beside it; episodes without a proposal.',
  sources: ['bypass'],
};

/**
 * What was proposed for an episode, and what its owner decided, if anything yet.
 *
 * @public
 */
export interface TriageOutcome {
  readonly episode: string;
  readonly proposed: BypassCause;
  readonly rule: string;
  readonly rulesVersion: number;
  readonly decided?: BypassCause;
}

/**
 * How often the proposals were right, by owners who said so.
 *
 * @public
 */
export interface ProposalPrecision {
  readonly confirmed: number;
  readonly overridden: number;
  /** Nobody has decided yet. They say nothing of the precision, and many of them make it doubtful. */
  readonly undecided: number;
  /** Confirmed of decided; absent where nothing was decided. */
  readonly share?: ProportionEstimate;
}

/**
 * Precision of all proposals of one version of the rules, and of each rule.
 *
 * @public
 */
export interface ProposalPrecisions {
  readonly all: ProposalPrecision;
  readonly byRule: readonly (ProposalPrecision & { readonly rule: string })[];
}

/**
 * Precision of the proposals. Of several outcomes of one episode the last one counts.
 *
 * @public
 */
export function proposalPrecision(
  outcomes: readonly TriageOutcome[],
  context: MeasureContext,
  options: { readonly rulesVersion: number },
): MeasureResult<ProposalPrecisions> {
  return measure(PROPOSAL_PRECISION, context, () => {
    const latest = new Map(
      outcomes
        .filter(({ rulesVersion }) => rulesVersion === options.rulesVersion)
        .map(outcome => [outcome.episode, outcome]),
    );
    const rows = [...latest.values()];
    const all = precisionOf(rows);
    if (rows.length === 0) {
      return NOTHING_COUNTED;
    }
    const rules = Array.from(new Set(rows.map(({ rule }) => rule))).sort();
    return {
      value: {
        all,
        byRule: rules.map(rule => ({
          rule,
          ...precisionOf(rows.filter(row => row.rule === rule)),
        })),
      },
      n: rows.length - all.undecided,
      denominator: rows.length,
      coverage: coverageOf(
        rows.length - all.undecided,
        'undecided',
        all.undecided,
      ),
    };
  });
}

function precisionOf(rows: readonly TriageOutcome[]): ProposalPrecision {
  const decided = rows.filter(row => row.decided !== undefined);
  const confirmed = decided.filter(
    ({ decided: cause, proposed }) => cause === proposed,
  ).length;
  const share = wilsonInterval(confirmed, decided.length);
  return {
    confirmed,
    overridden: decided.length - confirmed,
    undecided: rows.length - decided.length,
    ...(share.kind === 'estimate' && { share }),
  };
}
