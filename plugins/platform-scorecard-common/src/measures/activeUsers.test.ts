import { acts, names } from './__testUtils__/activities';
import { context, daysAgo, NOW } from './__testUtils__/context';
import { activeUsers } from './activeUsers';

describe('activeUsers', () => {
  const eligible = {
    people: names(10),
    teams: ['group:default/a', 'group:default/b'],
  };

  // Newcombe 1998, method 3, by hand for 6 of 10: (0.6 + 0.19207 +- 1.96 sqrt(0.024 + 0.0096037)) / 1.38415.
  it('counts people once, teams once, and agents on their own', () => {
    const activities = [
      ...acts(names(6), daysAgo(1), { team: 'group:default/a' }),
      ...acts(names(3), daysAgo(2), { team: 'group:default/gone' }),
      ...acts(['bot', 'bot', 'bot-2'], daysAgo(1), { actorKind: 'agent' }),
      ...acts(['stranger'], daysAgo(1)),
    ];
    expect(activeUsers(activities, eligible, context())).toMatchObject({
      value: {
        people: 6,
        peopleShare: {
          value: 0.6,
          low: expect.closeTo(0.3127, 3),
          high: expect.closeTo(0.8318, 3),
        },
        teams: 1,
        teamShare: { value: 0.5 },
        agents: 2,
        actsOfAgents: 3,
        actsOfPeople: 10,
      },
      denominator: 10,
    });
  });

  it('looks back 28 days, and not ahead', () => {
    const activities = [
      ...acts(names(5), daysAgo(28) + 1),
      ...acts(names(9), daysAgo(28)),
      ...acts(names(10), NOW + 1),
    ];
    expect(activeUsers(activities, eligible, context())).toMatchObject({
      value: { people: 5 },
      coverage: { leftOut: [{ reason: 'future-time', count: 10 }] },
    });
  });

  it('is unknown where nobody could be active', () => {
    expect(
      activeUsers(
        acts(names(9), daysAgo(1)),
        { people: [], teams: [] },
        context(),
      ),
    ).toMatchObject({ kind: 'unknown', reason: { code: 'no-data' } });
  });

  it('looks back for as long as it is asked', () => {
    const activities = [
      ...acts(names(5), daysAgo(7) + 1),
      ...acts(names(9), daysAgo(7)),
    ];
    expect(
      activeUsers(activities, eligible, context(), { windowDays: 7 }),
    ).toMatchObject({ value: { windowDays: 7, people: 5 } });
  });

  it('knows that nobody was active where the source was read', () => {
    expect(activeUsers([], eligible, context())).toMatchObject({
      kind: 'measured',
      value: { people: 0, agents: 0 },
    });
  });

  it.each([
    ['four active people', 4, names(10)],
    ['four people in all', 4, names(4)],
    ['a population of one', 1, names(1)],
  ])('tells nothing of %s', (_, active, people) => {
    expect(
      activeUsers(
        acts(names(active), daysAgo(1)),
        { people, teams: [] },
        context(),
      ),
    ).toMatchObject({
      kind: 'unknown',
      reason: { code: 'too-few-people', least: 5 },
    });
  });
});
