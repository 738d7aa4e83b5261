import { context, DAY, daysAgo, NOW } from './__testUtils__/context';
import { satisfaction, type SurveyInvitation } from './satisfaction';

function invitations(
  scores: readonly (number | undefined)[],
  more: Partial<SurveyInvitation> = {},
): SurveyInvitation[] {
  return scores.map((score, index) => ({
    person: `person-${index}`,
    wording: 'v1',
    askedAt: daysAgo(5),
    ...(score !== undefined && {
      answer: { at: daysAgo(4), score, comment: `comment ${index}` },
    }),
    ...more,
  }));
}

const SATISFIED = {
  since: daysAgo(30),
  wording: 'v1',
  scale: 'satisfied',
} as const;
const RECOMMEND = { ...SATISFIED, scale: 'recommend' } as const;

describe('satisfaction', () => {
  // By hand: 8 of 10 answered of 20 invited count for 10 * 19 / 10 = 19 people. The score interval of 0.8 of 19:
  // (0.8 + 0.10109 +- 1.96 sqrt(0.16/19 + 0.0026603)) / 1.20218 = [0.5778, 0.9212]; but if all others were satisfied, it
  // were 18 of 20.
  it('gives the share of satisfied people among those who were asked', () => {
    const scores = [5, 5, 5, 5, 4, 4, 4, 4, 3, 1, ...Array(10).fill(undefined)];
    expect(
      satisfaction(invitations(scores), context(), SATISFIED),
    ).toMatchObject({
      value: {
        score: {
          value: 0.8,
          low: expect.closeTo(0.5778, 3),
          high: 0.9,
        },
        invited: 20,
        answered: 10,
        responseRate: 0.5,
        lowResponse: false,
      },
      n: 10,
      denominator: 20,
    });
  });

  it('has no doubt left where all of them answered', () => {
    expect(
      satisfaction(invitations([5, 4, 4, 2, 1]), context(), SATISFIED),
    ).toMatchObject({ value: { score: { value: 0.6, low: 0.6, high: 0.6 } } });
  });

  it('gives a net promoter score', () => {
    // 3 promoters, 2 passives, 1 detractor of 6.
    expect(
      satisfaction(invitations([10, 9, 9, 8, 7, 6]), context(), RECOMMEND),
    ).toHaveProperty('value.score.value', expect.closeTo(2 / 6, 9));
  });

  it('marks a number that few people answered for', () => {
    const scores = [5, 5, 5, 5, 5, ...Array(12).fill(undefined)];
    expect(
      satisfaction(invitations(scores), context(), SATISFIED),
    ).toHaveProperty('value.lowResponse', true);
  });

  it('counts the latest answer of a person, of one wording and one period', () => {
    const rows = [
      ...invitations([5, 5, 5, 5, 5]),
      ...invitations([1], { answer: { at: daysAgo(3), score: 1 } }),
      ...invitations([1, 1, 1], { wording: 'v2' }),
      ...invitations([1, 1, 1], { askedAt: daysAgo(31) }),
      ...invitations([1], { answer: { at: NOW + DAY, score: 1 } }),
    ];
    expect(satisfaction(rows, context(), SATISFIED)).toMatchObject({
      value: { invited: 5, answered: 5, score: { value: 0.8 } },
    });
  });

  it('leaves a score out that is on no scale', () => {
    expect(
      satisfaction(
        invitations([5, 5, 5, 5, 5, 6, 0, 4.5, Number.NaN]),
        context(),
        SATISFIED,
      ),
    ).toMatchObject({
      n: 5,
      coverage: { leftOut: [{ reason: 'out-of-scale', count: 4 }] },
    });
  });

  it.each([
    ['one person', 1],
    ['four people', 4],
  ])('tells nothing of %s', (_, count) => {
    expect(
      satisfaction(invitations(Array(count).fill(5)), context(), SATISFIED),
    ).toMatchObject({
      kind: 'unknown',
      reason: { code: 'too-few-people', least: 5 },
    });
  });

  it('has nothing to tell where nobody answered', () => {
    expect(
      satisfaction(invitations([undefined]), context(), SATISFIED),
    ).toMatchObject({ kind: 'unknown', reason: { code: 'no-data' } });
  });

  it('shows comments of ten people, and of no nine', () => {
    expect(
      satisfaction(invitations(Array(9).fill(5)), context(), SATISFIED),
    ).not.toHaveProperty('value.comments');
    expect(
      satisfaction(invitations(Array(10).fill(5)), context(), SATISFIED),
    ).toHaveProperty('value.comments.length', 10);
    const [first, ...others] = invitations(Array(10).fill(5));
    const silent = {
      ...first,
      answer: { at: daysAgo(4), score: 5, comment: ' ' },
    };
    expect(
      satisfaction([silent, ...others], context(), SATISFIED),
    ).not.toHaveProperty('value.comments');
  });
});
