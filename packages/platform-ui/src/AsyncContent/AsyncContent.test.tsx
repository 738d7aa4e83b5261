import { ResponseError } from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AsyncState } from '../polling';
import { AsyncContent } from './AsyncContent';

function content(state: Partial<AsyncState<string>>) {
  return (
    <AsyncContent
      state={{
        value: undefined,
        loading: false,
        error: undefined,
        retry: () => {},
        ...state,
      }}
      subject="the versions"
      skeleton={<p>skeleton</p>}
      advice="Ask your platform team."
    >
      {value => <p>{value}</p>}
    </AsyncContent>
  );
}

describe('AsyncContent', () => {
  it('shows the skeleton while loading', () => {
    render(content({ loading: true }));
    expect(
      screen.getByRole('status', { name: 'Loading the versions' }),
    ).toHaveTextContent('skeleton');
  });

  it('says what failed, what to do, and tries again', async () => {
    const retry = jest.fn();
    render(content({ error: new Error('connection refused'), retry }));
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Could not load the versions');
    expect(alert).toHaveTextContent(
      'connection refused. Ask your platform team.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
  ])('says in words what a browser means by "%s"', message => {
    render(content({ error: new TypeError(message) }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The backend does not answer: it is down, or your connection is.',
    );
  });

  it('keeps the data when a reload fails', () => {
    render(content({ value: '1.8.2', error: new Error('connection refused') }));
    expect(screen.getByText('1.8.2')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'what you see may be old',
    );
  });

  it('tells a reader without the permission whom to ask, and shows nothing of before', async () => {
    const error = await ResponseError.fromResponse(
      Response.json(
        {
          error: {
            name: 'NotAllowedError',
            message: 'Ask your platform team for the permission demo.read.',
          },
          response: { statusCode: 403 },
        },
        { status: 403, statusText: 'Forbidden' },
      ),
    );
    render(content({ value: '1.8.2', error }));
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('You may not see the versions');
    expect(alert).toHaveTextContent(
      'Ask your platform team for the permission',
    );
    expect(alert).not.toHaveTextContent('403');
    expect(screen.queryByText('1.8.2')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('prefers what the backend says to its status', async () => {
    const error = await ResponseError.fromResponse(
      Response.json(
        {
          error: {
            name: 'ServiceUnavailableError',
            message: 'No database yet',
          },
          response: { statusCode: 503 },
        },
        { status: 503 },
      ),
    );
    render(content({ error }));
    expect(screen.getByRole('alert')).toHaveTextContent('No database yet.');
  });

  it('shows the data', () => {
    render(content({ value: '1.8.2' }));
    expect(screen.getByText('1.8.2')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
