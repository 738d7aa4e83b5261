import { render, screen } from '@testing-library/react';
import { Sparkline } from './Sparkline';

describe('Sparkline', () => {
  it('does not bridge periods without data', () => {
    render(
      <Sparkline values={[1, 2, undefined, 4, undefined, 3, 5]} summary="up" />,
    );
    const image = screen.getByRole('img', { name: 'up' });
    expect(image.getElementsByTagName('polyline')).toHaveLength(2);
    expect(image.getElementsByTagName('circle')).toHaveLength(1);
  });

  it('draws nothing without data', () => {
    render(<Sparkline values={[undefined]} summary="no data yet" />);
    expect(
      screen.getByRole('img', { name: 'no data yet' }),
    ).toBeEmptyDOMElement();
  });
});
