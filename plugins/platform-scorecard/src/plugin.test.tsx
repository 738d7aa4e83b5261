import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { platformScorecardApiRef, type PlatformScorecardApi } from './api';
// The page loads lazily; loading it here keeps slow machines from waiting within a test.
import './components/ScorecardContent';
import { platformScorecardPlugin } from './plugin';
import { emptyScorecard, facts, scorecard } from './scorecard.fixture';

function open(api: Partial<PlatformScorecardApi> = {}, query = '') {
  const getScorecard = jest.fn(api.getScorecard ?? (async () => scorecard));
  const listFacts = jest.fn(api.listFacts ?? (async () => facts));
  renderTestApp({
    features: [platformScorecardPlugin],
    initialRouteEntries: [`/platform-scorecard${query}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[platformScorecardApiRef, { getScorecard, listFacts }]],
  });
  return { getScorecard, listFacts };
}

async function refusal(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name, message }, response: { statusCode: status } },
      { status },
    ),
  );
}

describe('Platform scorecard', () => {
  it('answers first, then gives the numbers with their intervals', async () => {
    open();
    const page = await screen.findByRole('main');
    expect(
      await within(page).findByText(scorecard.headline),
    ).toBeInTheDocument();
    expect(screen.getByText('61 % [50-70]')).toBeInTheDocument();
    expect(screen.getByText('n 84: 51 on a golden path')).toBeInTheDocument();
    expect(screen.getByText('9.2 d [7.1-12.0]')).toBeInTheDocument();
    expect(
      screen.getByText('n 31 + 12 open, 2 given up before production'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: 'Adoption by week, 2026-W45 to 2026-W47 (so far): 50 % [39-61] in 2026-W46, 61 % [50-70] in 2026-W47; 1 week without a number',
      }),
    ).toBeInTheDocument();
  });

  it('says what the numbers miss, and how the sources are', async () => {
    open();
    expect(await screen.findByText(scorecard.warnings[0])).toBeInTheDocument();
    const sources = screen.getByRole('table', { name: 'Sources of facts' });
    expect(
      within(sources).getByRole('row', { name: /catalog/ }),
    ).toHaveTextContent('failed: connection refused');
    const scaffolder = within(sources).getByRole('row', { name: /scaffolder/ });
    expect(scaffolder).toHaveTextContent('not read yet');
    expect(scaffolder).toHaveTextContent('unknown');
  });

  it('says of what it does not know that it is in no number', async () => {
    const [first, ...others] = scorecard.sources;
    open({
      getScorecard: async () => ({
        ...scorecard,
        sources: [{ ...first, facts: 7, unknownKinds: 3 }, ...others],
      }),
      listFacts: async () => ({
        items: [{ ...facts.items[0], kind: 'dev.example.moon', known: false }],
      }),
    });
    expect(
      await screen.findByText(
        '7, of which 3 of an unknown kind are not counted',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('dev.example.moon (not counted)'),
    ).toBeInTheDocument();
  });

  it('does not show what it cannot measure as zero', async () => {
    open();
    const table = await screen.findByRole('table', {
      name: 'What is not measured yet',
    });
    expect(
      within(table).getByRole('row', { name: /Satisfaction/ }),
    ).toHaveTextContent('unknown');
  });

  it('labels demo data and leaves it out on request', async () => {
    const { getScorecard, listFacts } = open();
    expect(
      await screen.findByText(
        'Demo data: 26 weeks seeded, source demo-history, 412 facts',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('switch', { name: 'Include demo data' }),
    );
    expect(getScorecard).toHaveBeenLastCalledWith({ synthetic: 'exclude' });
    expect(listFacts).toHaveBeenLastCalledWith(
      expect.objectContaining({ synthetic: 'exclude' }),
    );
  });

  it('shows what the URL says', async () => {
    const { getScorecard, listFacts } = open(
      {},
      '?synthetic=exclude&kind=service.created&weeks=table',
    );
    const table = await screen.findByRole('table', {
      name: 'Adoption and time to value by week',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/2026-W47 \(so far\).*61 % \[50-70\]/);
    expect(rows[2]).toHaveTextContent('>= 12.0 d (not yet reached)');
    expect(rows).toHaveLength(3);
    expect(
      screen.getByText('Before 2026-W46 nothing is known.'),
    ).toBeInTheDocument();
    expect(getScorecard).toHaveBeenCalledWith({ synthetic: 'exclude' });
    expect(listFacts).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'service.created' }),
    );
  });

  it('opens the table of weeks by keyboard', async () => {
    open();
    const button = await screen.findByRole('button', {
      name: 'Show the weeks as a table',
    });
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('table', {
        name: 'Adoption and time to value by week',
      }),
    ).toBeInTheDocument();
  });

  it('lists facts with links to what they are about', async () => {
    open();
    const table = await screen.findByRole('table', { name: /^Latest facts/ });
    const row = within(table).getByRole('row', {
      name: /Service reached production/,
    });
    expect(row).toHaveTextContent('stage prod, promotion prod.01');
    expect(within(row).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(
      within(table).getByRole('row', { name: /survey\.answered/ }),
    ).toHaveTextContent('demo-history (demo data)');
    // A simulated service has no page.
    expect(
      within(table).queryByRole('link', { name: 'billing' }),
    ).not.toBeInTheDocument();
  });

  it('shows a skeleton while loading', async () => {
    open({ getScorecard: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading the scorecard' }),
    ).toBeInTheDocument();
  });

  it('says why it failed, and tries again', async () => {
    const message = 'The scorecard cannot reach its database';
    const getScorecard = jest
      .fn<Promise<typeof scorecard>, []>()
      .mockRejectedValueOnce(
        await refusal(503, 'ServiceUnavailableError', message),
      )
      .mockResolvedValue(scorecard);
    open({ getScorecard });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load the scorecard');
    expect(alert).toHaveTextContent(message);
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(scorecard.headline)).toBeInTheDocument();
  });

  it('says who may not see it that trying again does not help', async () => {
    const denied = await refusal(
      403,
      'NotAllowedError',
      'You need the permission platform-scorecard.read',
    );
    open({ getScorecard: () => Promise.reject(denied) });
    expect(
      await screen.findByText('You may not see the scorecard'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You need the permission platform-scorecard.read.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the numbers when the facts fail', async () => {
    open({
      listFacts: async () => {
        throw new Error('connection refused');
      },
    });
    expect(await screen.findByText('61 % [50-70]')).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the facts',
    );
  });

  it('says what to do when only demo data is there and it is left out', async () => {
    open({
      getScorecard: async () => ({
        ...emptyScorecard,
        syntheticIncluded: false,
        sources: scorecard.sources.filter(({ synthetic }) => synthetic),
      }),
    });
    expect(
      await screen.findByText('Run a golden path under Create.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('switch', { name: 'Include demo data' }),
    ).not.toBeChecked();
  });

  it('says what to do when nothing was seen', async () => {
    open({
      getScorecard: async () => emptyScorecard,
      listFacts: async () => ({ items: [] }),
    });
    expect(
      await screen.findByText('Run a golden path under Create.'),
    ).toBeInTheDocument();
    expect(screen.getByText('No fact has arrived yet.')).toBeInTheDocument();
    expect(screen.queryByText(/0 %/)).not.toBeInTheDocument();
  });
});
