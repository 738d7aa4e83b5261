import { render, screen } from '@testing-library/react';
import { MeterBar } from './MeterBar';

describe('MeterBar', () => {
  it('says every part that there is and the whole in words', () => {
    render(
      <MeterBar
        title="Devices of the pool"
        segments={[
          { label: 'held', value: 5, series: 'used' },
          { label: 'free', value: 3, series: 'free' },
          { label: 'lost', value: 0, series: 'lost' },
        ]}
      />,
    );
    expect(
      screen.getByRole('figure', { name: 'Devices of the pool' }),
    ).toHaveTextContent(/^held 5free 3of 8$/);
  });

  it('rounds parts of a device to what can be read', () => {
    render(
      <MeterBar
        title="Devices"
        segments={[
          { label: 'held', value: 1500 + 2 / 7, series: 'used' },
          { label: 'free', value: 5 / 7, series: 'free' },
        ]}
      />,
    );
    expect(screen.getByRole('figure')).toHaveTextContent(
      /^held 1,500.3free 0.7of 1,501$/,
    );
  });
});
