import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { platformScorecardApiRef } from './api';
// The page loads lazily; loading it here keeps slow machines from waiting within a test.
import './components/LegacyScorecardPage';
import { PlatformScorecardPage } from './legacy';
import { facts, scorecard } from './scorecard.fixture';

describe('Platform scorecard in the old frontend system', () => {
  it('mounts', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            platformScorecardApiRef,
            {
              getScorecard: async () => scorecard,
              listFacts: async () => facts,
            },
          ],
        ]}
      >
        <Routes>
          <Route
            path="/platform-scorecard"
            element={<PlatformScorecardPage />}
          />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/platform-scorecard'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'Platform scorecard' }),
    ).toBeInTheDocument();
    expect(await screen.findByText(scorecard.headline)).toBeInTheDocument();
  });
});
