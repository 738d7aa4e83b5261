import { render, screen } from '@testing-library/react';
import { MeterBar } from './MeterBar';

describe('MeterBar', () => {
  it('says every part that there is and the whole in words', () => {
    render(
      <MeterBar
        title="Devices of the pool"
        segments={[
          { label: 'held', value: 5, series: 'held' },
          { label: 'free', value: 3, series: 'free' },
          { label: 'lost', value: 0, series: 'lost' },
        ]}
      />,
    );
    expect(
      screen.getByRole('figure', { name: 'Devices of the pool' }),
    ).toHaveTextContent(/^held 5free 3of 8$/);
  });
});
