import { act, renderHook, waitFor } from '@testing-library/react';
import { usePolledAsync } from './usePolledAsync';

function setVisibility(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: state,
  });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('usePolledAsync', () => {
  afterEach(() => {
    setVisibility('visible');
    jest.useRealTimers();
  });

  it('keeps the last value when a reload fails, and says why', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('first')
      .mockRejectedValue(new Error('connection refused'));
    const { result } = renderHook(() => usePolledAsync(load, 10));
    expect(result.current).toMatchObject({ loading: true, value: undefined });
    await waitFor(() =>
      expect(result.current.error?.message).toBe('connection refused'),
    );
    expect(result.current).toMatchObject({ loading: false, value: 'first' });
  });

  it('does not poll while the page is hidden and reloads when it is shown again', async () => {
    jest.useFakeTimers();
    const load = jest.fn().mockResolvedValue('value');
    renderHook(() => usePolledAsync(load, 1_000));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('hidden');
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(load).toHaveBeenCalledTimes(2);
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('keeps what is the same in the next answer', async () => {
    let asOf = 0;
    const load = async () => ({ asOf: ++asOf, stages: [{ name: 'test' }] });
    const { result } = renderHook(() => usePolledAsync(load, 60_000));
    await waitFor(() => expect(result.current.value?.asOf).toBe(1));
    const stages = result.current.value?.stages;
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.value?.asOf).toBe(2));
    expect(result.current.value?.stages).toBe(stages);
  });

  it('does not show the answer to an earlier question', async () => {
    const first = jest.fn().mockResolvedValue('first');
    const second = jest.fn().mockReturnValue(new Promise(() => {}));
    const { result, rerender } = renderHook(
      ({ load }) => usePolledAsync(load, 60_000),
      { initialProps: { load: first } },
    );
    await waitFor(() => expect(result.current.value).toBe('first'));
    rerender({ load: second });
    expect(result.current.value).toBeUndefined();
  });
});
