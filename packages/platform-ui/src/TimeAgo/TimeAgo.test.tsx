import { render, screen } from '@testing-library/react';
import { TimeAgo } from './TimeAgo';

describe('TimeAgo', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T12:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['2026-11-21T12:00:00Z', 'just now'],
    // A clock that is ahead of ours.
    ['2026-11-21T12:00:30Z', 'just now'],
    ['2026-11-21T11:59:48Z', '12 s ago'],
    ['2026-11-21T07:18:00Z', '4 h 42 min ago'],
  ])('says of %s that it was %s', (time, words) => {
    render(<TimeAgo time={time} />);
    expect(screen.getByText(words)).toHaveAttribute('datetime', time);
    expect(screen.getByText(words).title).toContain('2026');
  });
});
