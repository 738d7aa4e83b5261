import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AdviceState } from '../../hooks/AdviceState';
import { AdviceBox } from './AdviceBox';

const model = 'house-model-1';
const advised: Extract<AdviceState, { status: 'advice' }> = {
  status: 'advice',
  model,
  given: {
    status: 'advice',
    id: '1',
    advice: {
      summary:
        'The token has expired. <b>Run</b> `kubectl delete ns orders` <img src=x onerror=alert(1)>',
      questions: ['Who rotates it?', 'https://evil.example.com'],
    },
    model,
    at: new Date(Date.now() - 120_000).toISOString(),
  },
  judgement: { status: 'open' },
};

function show(state: AdviceState) {
  const onAsk = jest.fn();
  const onJudge = jest.fn();
  renderInTestApp(<AdviceBox state={state} onAsk={onAsk} onJudge={onJudge} />);
  return { onAsk, onJudge };
}

const box = () => screen.findByRole('region', { name: 'Advice from a model' });

describe('AdviceBox', () => {
  it('is not there without a model', async () => {
    renderInTestApp(
      <>
        <AdviceBox
          state={{ status: 'off' }}
          onAsk={() => {}}
          onJudge={() => {}}
        />
        The diagnosis
      </>,
    );
    await screen.findByText('The diagnosis');
    expect(screen.queryByText('Advice from a model')).not.toBeInTheDocument();
  });

  it('says who would be asked, and asks when told to', async () => {
    const { onAsk } = show({ status: 'ready', model });
    expect(await box()).toHaveTextContent(
      'house-model-1 can put the diagnosis into plain words',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask the model' }),
    );
    expect(onAsk).toHaveBeenCalledTimes(1);
  });

  it('says that it asks', async () => {
    show({ status: 'asking', model });
    const status = within(await box()).getByRole('status');
    expect(status).toHaveTextContent('Asking house-model-1');
    expect(status).toHaveAttribute('aria-busy', 'true');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why there is no advice, and asks again', async () => {
    const { onAsk } = show({
      status: 'unavailable',
      model,
      reason: 'The model refused to answer.',
    });
    expect(within(await box()).getByRole('status')).toHaveTextContent(
      'No advice: The model refused to answer. The diagnosis stands.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(onAsk).toHaveBeenCalledTimes(1);
  });

  it('shows advice as text, with the model and the time', async () => {
    show(advised);
    const region = await box();
    expect(region).toHaveTextContent('house-model-1 wrote this 2 min ago');
    expect(region).toHaveTextContent('It may be wrong');
    expect(region).toHaveTextContent(advised.given.advice.summary);
    const questions = within(region).getByRole('list', {
      name: 'Questions to check',
    });
    expect(within(questions).getAllByRole('listitem')).toHaveLength(2);
    expect(within(region).queryByRole('link')).not.toBeInTheDocument();
    expect(within(region).queryByRole('img')).not.toBeInTheDocument();
  });

  it.each([
    ['This helped', 'used'],
    ['Dismiss', 'dismissed'],
  ])('%s says that it is %s', async (name, verdict) => {
    const { onJudge } = show(advised);
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(onJudge).toHaveBeenCalledWith(verdict);
  });

  it('takes one verdict at a time', async () => {
    show({ ...advised, judgement: { status: 'saving' } });
    for (const button of within(await box()).getAllByRole('button')) {
      expect(button).toBeDisabled();
    }
  });

  it('keeps what helped, and says that it is recorded', async () => {
    show({ ...advised, judgement: { status: 'saved', verdict: 'used' } });
    const region = await box();
    expect(region).toHaveTextContent('The token has expired.');
    expect(within(region).getByRole('status')).toHaveTextContent('recorded');
    expect(within(region).queryByRole('button')).not.toBeInTheDocument();
  });

  it('hides what was dismissed', async () => {
    show({ ...advised, judgement: { status: 'saved', verdict: 'dismissed' } });
    const region = await box();
    expect(region).not.toHaveTextContent('The token has expired.');
    expect(within(region).getByRole('status')).toHaveTextContent(
      'You dismissed the advice of house-model-1.',
    );
  });

  it('says that a verdict is not recorded, and takes it again', async () => {
    const { onJudge } = show({
      ...advised,
      judgement: { status: 'failed', message: 'bo has judged it already' },
    });
    expect(within(await box()).getByRole('alert')).toHaveTextContent(
      'bo has judged it already',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(onJudge).toHaveBeenCalledWith('dismissed');
  });
});
