import type { NetScoreEstimate, ProportionEstimate } from '@fairway/statistics';
import {
  measure,
  NOTHING_COUNTED,
  untimely,
  TOO_FEW_PEOPLE,
  type MeasureContext,
} from './measure';
import type { MeasureDefinition } from './MeasureDefinition';
import type { MeasureResult } from './MeasureResult';
import { LEAST_PEOPLE, LEAST_PEOPLE_FOR_COMMENTS } from './privacy';
import { sift } from './sift';
import { isOnScale, SURVEY_SCORES } from './surveyScores';

/** Below this share of answers the number is marked: those who did not answer may think otherwise. */
const LOW_RESPONSE = 0.3;

/** @public */
export const SATISFACTION: MeasureDefinition = {
  id: 'satisfaction.micro-survey',
  version: 1,
  title: 'Satisfaction',
  counted:
    'The latest answer of each person who was asked after a journey in the period: 4 or 5 of 5 is satisfied (CSAT, with an interval for the finite number of people who were asked); 9 or 10 of 10 less 0 to 6 is the net promoter score.',
  notCounted:
    'What people think who did not answer: the response rate is told beside it. Answers to another wording. Fewer than five people.',
  sources: ['survey'],
};

/**
 * One question that was put to one person. Times are milliseconds since the epoch, UTC.
 *
 * @public
 */
export interface SurveyInvitation {
  /** Keyed hash. */
  readonly person: string;
  /** Version of the wording: answers to different questions are never mixed. */
  readonly wording: string;
  readonly askedAt: number;
  readonly answer?: {
    readonly at: number;
    /** Whole number of 1 to 5, or of 0 to 10 where the scale is `recommend`. */
    readonly score: number;
    readonly comment?: string;
  };
}

/**
 * What people think.
 *
 * @public
 */
export interface Satisfaction {
  readonly scale: 'satisfied' | 'recommend';
  /** The share of satisfied people, or the net promoter score divided by 100. */
  readonly score: ProportionEstimate | NetScoreEstimate;
  readonly invited: number;
  readonly answered: number;
  readonly responseRate: number;
  /** Few answered: the interval does not cover what the others think. */
  readonly lowResponse: boolean;
  /** Absent where fewer than ten people commented. */
  readonly comments?: readonly string[];
}

/**
 * Satisfaction in a period, for one wording.
 *
 * @param options - `since`: beginning of the period, milliseconds since the epoch
 *
 * @public
 */
export function satisfaction(
  invitations: readonly SurveyInvitation[],
  context: MeasureContext,
  options: {
    readonly since: number;
    readonly wording: string;
    readonly scale: Satisfaction['scale'];
  },
): MeasureResult<Satisfaction> {
  const { since, wording, scale } = options;
  return measure(SATISFACTION, context, () => {
    const { rows, coverage } = sift(invitations, row => {
      if (row.wording !== wording) {
        return 'ignore';
      }
      const flaw = untimely(row.askedAt, context);
      if (flaw || row.askedAt < since) {
        return flaw ?? 'ignore';
      }
      return row.answer && !isOnScale(row.answer.score, scale)
        ? 'out-of-scale'
        : undefined;
    });
    const answers = latestAnswers(rows, context.asOf);
    const invited = new Set(rows.map(({ person }) => person)).size;
    const score = SURVEY_SCORES[scale](
      answers.map(answer => answer.score),
      invited,
    );
    if (score.kind === 'no-data') {
      return NOTHING_COUNTED;
    }
    if (answers.length < LEAST_PEOPLE) {
      return TOO_FEW_PEOPLE;
    }
    const comments = answers.flatMap(
      ({ comment = '' }) => comment.trim() || [],
    );
    const responseRate = answers.length / invited;
    return {
      value: {
        scale,
        score,
        invited,
        answered: answers.length,
        responseRate,
        lowResponse: responseRate < LOW_RESPONSE,
        ...(comments.length >= LEAST_PEOPLE_FOR_COMMENTS && {
          // In the order of the alphabet, so that the place of a comment does not tell when it was made.
          comments: comments.sort(),
        }),
      },
      n: answers.length,
      denominator: invited,
      coverage,
    };
  });
}

/** One answer a person, the latest: who was asked twice does not count twice. */
function latestAnswers(rows: readonly SurveyInvitation[], asOf: number) {
  const latest = new Map<string, NonNullable<SurveyInvitation['answer']>>();
  for (const { person, answer } of rows) {
    const known = latest.get(person);
    if (answer && answer.at <= asOf && !(known && known.at > answer.at)) {
      latest.set(person, answer);
    }
  }
  return [...latest.values()];
}
