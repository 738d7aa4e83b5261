import { render, screen } from '@testing-library/react';
import { stageDetail } from '../../promotions.fixture';
import { RollbackPanel } from './RollbackPanel';

const item = (version: string) => ({
  origin: 'Warehouse/orders',
  freight: `freight-${version}`,
  version,
});

describe('RollbackPanel', () => {
  it('suggests, says what else it would undo, and leaves it to the reader', () => {
    render(
      <RollbackPanel
        detail={{
          ...stageDetail,
          rollback: {
            status: 'suggested',
            message: '1.8.1 is the last that was verified here.',
            promote: [item('1.8.1')],
            alsoUndone: [item('1.8.2')],
            irreversible: ['The schema stays at 7.'],
          },
        }}
      />,
    );
    expect(
      screen.getByText('1.8.1 is the last that was verified here.'),
    ).toBeInTheDocument();
    expect(screen.getByText('This would also undo 1.8.2.')).toBeInTheDocument();
    expect(screen.getByText('The schema stays at 7.')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Check going back to 1.8.1' }),
    ).toBeInTheDocument();
  });

  it('says why there is nothing to go back to', () => {
    render(
      <RollbackPanel
        detail={{
          ...stageDetail,
          rollback: {
            status: 'none',
            message: 'Nothing that the stage had before can be promoted again.',
            considered: [
              { freight: [item('1.8.1')], reason: 'Kargo has removed it' },
            ],
          },
        }}
      />,
    );
    expect(
      screen.getByText('Not 1.8.1: Kargo has removed it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
