import { EntityProvider } from '@backstage/plugin-catalog-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { AdviceAnswer, AdviceSubject } from '@fairway/plugin-kargo-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { kargoApiRef, type KargoApi } from '../api';
import { useAdvice } from './useAdvice';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};
const entityRef = { kind: 'component', namespace: 'default', name: 'orders' };
const subject: AdviceSubject = {
  kind: 'promotion',
  controlPlane: 'emea',
  name: 'prod.01k9.76415fe',
};
const given: AdviceAnswer = {
  status: 'advice',
  id: '1',
  advice: { summary: 'The token has expired.', questions: [] },
  model: 'house-model-1',
  at: '2026-11-21T12:00:00Z',
};

function render(askAdvice: KargoApi['askAdvice'] = async () => given) {
  const api = {
    getAdvisor: jest.fn(
      async () => ({ status: 'on', model: 'house-model-1' } as const),
    ),
    askAdvice: jest.fn(askAdvice),
    judgeAdvice: jest.fn(async (id: string, verdict: 'used' | 'dismissed') => ({
      id,
      verdict,
      by: 'user:default/ada',
      at: '2026-11-21T12:01:00Z',
    })),
  };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <TestApiProvider apis={[[kargoApiRef, api]]}>
      <EntityProvider entity={entity}>{children}</EntityProvider>
    </TestApiProvider>
  );
  const hook = renderHook(asked => useAdvice(asked), {
    wrapper,
    initialProps: subject,
  });
  return { api, ...hook };
}

describe('useAdvice', () => {
  it('asks when told to, and records the verdict', async () => {
    const { api, result } = render();
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    expect(api.askAdvice).not.toHaveBeenCalled();
    await act(async () => result.current.ask());
    expect(api.askAdvice).toHaveBeenCalledWith(entityRef, subject, {
      signal: expect.any(AbortSignal),
    });
    expect(result.current.state).toMatchObject({ status: 'advice', given });
    await act(async () => result.current.judge('used'));
    expect(api.judgeAdvice).toHaveBeenCalledWith('1', 'used');
    expect(result.current.state).toMatchObject({
      judgement: { status: 'saved', verdict: 'used' },
    });
  });

  it('asks once where somebody clicks twice, and again afterwards', async () => {
    const { api, result } = render(async () => ({
      status: 'unavailable',
      reason: 'It refused.',
    }));
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    await act(async () => {
      result.current.ask();
      result.current.ask();
    });
    expect(api.askAdvice).toHaveBeenCalledTimes(1);
    await act(async () => result.current.ask());
    expect(api.askAdvice).toHaveBeenCalledTimes(2);
  });

  it('is off where nobody can say whether there is a model', async () => {
    const { api, result, rerender } = render();
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    api.getAdvisor.mockRejectedValue(new Error('403'));
    await act(async () => rerender({ ...subject, name: 'prod.02.2bda069' }));
    expect(result.current.state).toEqual({ status: 'off' });
  });

  it('says why the backend gives no advice', async () => {
    const { result } = render(async () => {
      throw new Error('You may not see promotions');
    });
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    await act(async () => result.current.ask());
    expect(result.current.state).toMatchObject({
      status: 'unavailable',
      reason: 'You may not see promotions.',
    });
  });

  it('says that a verdict could not be recorded', async () => {
    const { api, result } = render();
    api.judgeAdvice.mockRejectedValue(new Error('bo was faster'));
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    await act(async () => result.current.ask());
    await act(async () => result.current.judge('dismissed'));
    expect(result.current.state).toMatchObject({
      status: 'advice',
      judgement: { status: 'failed', message: 'bo was faster.' },
    });
  });

  it('drops an answer to what is not asked any more', async () => {
    let answer: (answered: AdviceAnswer) => void = () => {};
    const { api, result, rerender } = render(
      () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    act(() => {
      result.current.ask();
    });
    expect(result.current.state.status).toBe('asking');
    rerender({ ...subject, name: 'prod.02.2bda069' });
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    const [[, , options]] = api.askAdvice.mock.calls;
    expect(options?.signal?.aborted).toBe(true);
    await act(async () => answer(given));
    expect(result.current.state.status).toBe('ready');
  });
});
