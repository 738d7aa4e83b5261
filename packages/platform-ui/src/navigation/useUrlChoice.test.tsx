import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { useUrlChoice, useUrlChoices } from './useUrlChoice';

function Chooser() {
  const [tab = 'none', setTab] = useUrlChoice('tab');
  const [, setText] = useUrlChoice('q', { passing: true });
  const choose = useUrlChoices();
  const navigate = useNavigate();
  return (
    <>
      <p>tab: {tab}</p>
      <p>search: {useLocation().search}</p>
      <button onClick={() => setTab('nodes')}>Nodes</button>
      <button onClick={() => setText('a b')}>Text</button>
      <button onClick={() => choose({ tab: undefined, q: '' })}>Clear</button>
      <button onClick={() => navigate(-1)}>Back</button>
    </>
  );
}

describe('useUrlChoice', () => {
  it('keeps choices in the URL, and what passes leaves no step to go back', async () => {
    render(
      <MemoryRouter initialEntries={['/?other=1']}>
        <Chooser />
      </MemoryRouter>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Nodes' }));
    expect(screen.getByText('tab: nodes')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Text' }));
    expect(
      screen.getByText('search: ?other=1&tab=nodes&q=a+b'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByText('search: ?other=1')).toBeInTheDocument();
  });

  it('changes several at once and leaves no trace of what is not chosen', async () => {
    render(
      <MemoryRouter initialEntries={['/?tab=nodes&q=x&other=1']}>
        <Chooser />
      </MemoryRouter>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByText('search: ?other=1')).toBeInTheDocument();
    expect(screen.getByText('tab: none')).toBeInTheDocument();
  });
});
