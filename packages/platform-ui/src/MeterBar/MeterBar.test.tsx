import { render, screen } from '@testing-library/react';
import { MeterBar } from './MeterBar';

describe('MeterBar', () => {
  it('says every part and the whole in words, also the empty ones', () => {
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
    ).toHaveTextContent('held 5free 3lost 0of 8');
  });
});
