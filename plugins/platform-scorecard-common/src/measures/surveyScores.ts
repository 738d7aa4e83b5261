import { netScore, wilsonInterval } from '@fairway/statistics';

const SCALES = {
  satisfied: { least: 1, most: 5 },
  recommend: { least: 0, most: 10 },
};

/** Whether a score is a whole number within its scale. */
export function isOnScale(score: number, scale: keyof typeof SCALES): boolean {
  const { least, most } = SCALES[scale];
  return Number.isInteger(score) && score >= least && score <= most;
}

/** How answers become a score, by the scale of the question. The satisfied are a sample of the people who were asked. */
export const SURVEY_SCORES = {
  satisfied: (scores: readonly number[], invited: number) => {
    const satisfied = scores.filter(score => score >= 4).length;
    return wilsonInterval(satisfied, scores.length, { population: invited });
  },
  recommend: (scores: readonly number[]) => {
    const favourable = scores.filter(score => score >= 9).length;
    const unfavourable = scores.filter(score => score <= 6).length;
    const neutral = scores.length - favourable - unfavourable;
    return netScore({ favourable, neutral, unfavourable });
  },
};
