import { render, screen } from '@testing-library/react';
import { DataAge } from './DataAge';

describe('DataAge', () => {
  it('says the age in words', () => {
    const asOf = new Date(Date.now() - 125_000).toISOString();
    render(<DataAge freshness={{ status: 'live', asOf }} />);
    expect(screen.getByText('as of 2 min ago')).toBeInTheDocument();
  });

  it('says of fresh data only that it is fresh', () => {
    const asOf = new Date(Date.now() - 2_000).toISOString();
    render(<DataAge freshness={{ status: 'live', asOf }} />);
    expect(screen.getByText('updated just now')).toBeInTheDocument();
  });

  it('says since when and why data is stale', () => {
    render(
      <DataAge
        freshness={{
          status: 'stale',
          since: new Date(2026, 0, 5, 12, 3).toISOString(),
          error: 'connection refused',
        }}
      />,
    );
    expect(
      screen.getByText('stale since 5 Jan 12:03: connection refused'),
    ).toBeInTheDocument();
  });

  it('never shows missing data as data', () => {
    const { rerender } = render(
      <DataAge freshness={{ status: 'stale', error: 'connection refused' }} />,
    );
    expect(
      screen.getByText('never read: connection refused'),
    ).toBeInTheDocument();
    rerender(
      <DataAge
        freshness={{ status: 'unobserved', reason: 'the CRD is missing' }}
      />,
    );
    expect(
      screen.getByText(/not observed: the CRD is missing/),
    ).toBeInTheDocument();
  });
});
