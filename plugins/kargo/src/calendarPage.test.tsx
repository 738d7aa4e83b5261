import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { Calendar, CalendarQuery } from '@fairway/plugin-kargo-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { kargoApiRef } from './api';
import { calendar } from './calendar.fixture';
// The pages load lazily; loading them here keeps slow machines from waiting within a test.
import './components/FreezeCalendar';
import './components/PromotionsPages';
import { kargoPlugin } from './plugin';
import { entityPromotions } from './promotions.fixture';

beforeAll(() => {
  Settings.defaultZone = 'Europe/Zurich';
});

afterAll(() => {
  Settings.defaultZone = 'system';
});

function open(
  answer: (query: CalendarQuery) => Promise<Calendar>,
  search = '',
) {
  const getCalendar = jest.fn(answer);
  renderTestApp({
    features: [kargoPlugin],
    initialRouteEntries: [`/promotions/calendar${search}`],
    apis: [[kargoApiRef, { getCalendar }]],
  });
  return { getCalendar };
}

const HEADLINE =
  '2 of 3 stages are closed, the first ones: frozen until Mon 4 Jan 2027 18:00 by rule year-end; 1 rule works against another.';

describe('Freeze calendar', () => {
  it('says first what is closed, in the time zone of the reader', async () => {
    open(async () => calendar);
    expect(await screen.findByText(HEADLINE)).toBeInTheDocument();
    expect(
      screen.getByText('Times are in Europe/Zurich, your time zone.'),
    ).toBeInTheDocument();
    expect(screen.getByText(calendar.notices[0])).toBeInTheDocument();
    expect(
      screen.getByText(/^A change window of mornings lies wholly/),
    ).toHaveTextContent(
      'First from Tue 22 Dec 01:00, 13 times in the next half year; it concerns prod-eu, prod-us of checkout.',
    );
  });

  it('is a timeline that says each bar in words', async () => {
    open(async () => calendar);
    const timeline = await screen.findByRole('figure', {
      name: 'Freeze calendar',
    });
    expect(
      within(timeline)
        .getAllByRole('img')
        .map(bar => bar.getAttribute('aria-label')),
    ).toEqual([
      'Closed: Sat 19 Dec 18:00 to Mon 4 Jan 18:00',
      'Freeze: Sat 19 Dec 18:00 to Mon 4 Jan 18:00',
      'Change window: Tue 22 Dec 01:00 to Tue 22 Dec 03:00; Wed 23 Dec 01:00 to Wed 23 Dec 03:00; Thu 24 Dec 01:00 to Thu 24 Dec 03:00; Fri 25 Dec 01:00 to Fri 25 Dec 03:00',
      'Unknown: all the time shown',
    ]);
    expect(
      within(timeline).getByText('cannot be read: "8 hours" is no duration'),
    ).toBeInTheDocument();
  });

  it('is a table too, whose choice is in the URL', async () => {
    open(async () => calendar);
    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', {
      name: 'Rules of the calendar',
    });
    const [, yearEnd, mornings, window] = within(table).getAllByRole('row');
    expect(yearEnd).toHaveTextContent('Year endFew people are here.');
    expect(yearEnd).toHaveTextContent('Sat 19 Dec 18:00 to Mon 4 Jan 18:00');
    expect(yearEnd).toHaveTextContent('2 stagesprod-eu, prod-us of checkout');
    // Kept in the zone of the reader, so it goes without saying.
    expect(yearEnd).not.toHaveTextContent('kept in');
    expect(mornings).toHaveTextContent('and 11 more');
    expect(mornings).toHaveTextContent('FREQ=DAILY, kept in Asia/Tokyo');
    expect(mornings).toHaveTextContent('Kargo project checkout on platform');
    expect(window).toHaveTextContent(
      'cannot be read: "8 hours" is no duration',
    );
    expect(window).toHaveTextContent('Argo CD project shop (platform)');
  });

  it('opens as the table that a link names', async () => {
    open(async () => calendar, '?view=table');
    expect(
      await screen.findByRole('table', { name: 'Rules of the calendar' }),
    ).toBeInTheDocument();
  });

  it('says of each group of stages how it is, and what is not shown', async () => {
    open(async () => calendar);
    const table = await screen.findByRole('table', { name: 'Stages' });
    const [, frozen, free] = within(table).getAllByRole('row');
    expect(frozen).toHaveTextContent(
      'Frozen until Mon 4 Jan 2027 18:00 by rule year-end.',
    );
    expect(free).toHaveTextContent('Open; no freeze is known.');
    expect(screen.getByText(/^and 3 more groups/)).toBeInTheDocument();
  });

  it('says where the rules come from, and what to set', async () => {
    open(async () => calendar);
    const sources = await screen.findByRole('region', {
      name: 'Sources of the calendar',
    });
    expect(sources).toHaveTextContent(
      'not observed: Nobody said where this Argo CD is.',
    );
    expect(sources).toHaveTextContent('Set kargo.argocd.platform.eu');
  });

  it('asks for what the URL says, and goes on in time', async () => {
    const { getCalendar } = open(
      async () => calendar,
      '?from=2026-12-18T00:00:00Z&to=oops&stage=prod-eu&entity=component:default/checkout',
    );
    await screen.findByText(HEADLINE);
    expect(getCalendar).toHaveBeenCalledWith({
      from: '2026-12-18T00:00:00Z',
      stage: ['prod-eu'],
      entity: ['component:default/checkout'],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    // Four weeks after the eighteenth.
    expect(getCalendar).toHaveBeenLastCalledWith(
      expect.objectContaining({
        from: '2027-01-15T00:00:00.000Z',
        to: '2027-02-12T00:00:00.000Z',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'From now' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(getCalendar).toHaveBeenLastCalledWith({});
  });

  it('narrows by a project', async () => {
    const { getCalendar } = open(async () => calendar);
    await screen.findByText(HEADLINE);
    await userEvent.click(screen.getByRole('button', { name: /Project/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'billing (1)' }),
    );
    expect(getCalendar).toHaveBeenLastCalledWith({ project: ['billing'] });
  });

  it('shows a skeleton while loading', async () => {
    open(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', {
        name: 'Loading the freeze calendar',
      }),
    ).toBeInTheDocument();
  });

  it('says what failed and offers to try again', async () => {
    open(async () => {
      throw new Error('connection refused');
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the freeze calendar');
    expect(
      within(alert).getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('tells a reader without the permission so', async () => {
    open(async () => {
      throw await ResponseError.fromResponse(
        new Response('', { status: 403, statusText: 'Forbidden' }),
      );
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the freeze calendar',
    );
  });

  it('says what would fill it', async () => {
    open(async () => ({
      ...calendar,
      counts: { open: 3, closed: 0, unknown: 0 },
      groups: calendar.groups.slice(1),
      rules: [],
      overlaps: [],
    }));
    expect(
      await screen.findByText(/^No rule concerns these stages/),
    ).toHaveTextContent('kargo.freezeCalendar');
    expect(
      screen.getByText('All 3 stages are open and no freeze is known.'),
    ).toBeInTheDocument();
  });
});

describe('Change windows of an entity', () => {
  it('are on a tab of its project, with a way to the whole calendar', async () => {
    const getEntityCalendar = jest.fn(async () => calendar);
    renderTestApp({
      features: [kargoPlugin],
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'checkout',
              annotations: { 'kargo/project': 'checkout' },
            },
          },
        }),
      ],
      config: {
        app: { extensions: [{ 'entity-card:kargo/production': false }] },
      },
      initialRouteEntries: ['/?tab=windows'],
      apis: [
        [
          kargoApiRef,
          {
            getEntityPromotions: async () => entityPromotions,
            getEntityCalendar,
          },
        ],
      ],
    });
    expect(await screen.findByText(HEADLINE)).toBeInTheDocument();
    const { name } = entityPromotions.projects[0].controlPlane;
    expect(getEntityCalendar).toHaveBeenCalledWith(
      { kind: 'component', namespace: 'default', name: 'checkout' },
      { controlPlane: [name] },
    );
    expect(
      screen.getByRole('link', { name: 'Open the freeze calendar' }),
    ).toHaveAttribute(
      'href',
      '/promotions/calendar?entity=component%3Adefault%2Fcheckout',
    );
  });
});

describe('Promotions pages', () => {
  it('lead from the calendar to the projects', async () => {
    open(async () => calendar);
    const pages = await screen.findByRole('navigation', { name: 'Promotions' });
    expect(
      within(pages).getByRole('link', { name: 'Freeze calendar' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      within(pages).getByRole('link', { name: 'Projects' }),
    ).toHaveAttribute('href', '/promotions');
  });
});
