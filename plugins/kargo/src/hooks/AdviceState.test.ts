import type { AdviceAnswer } from '@fairway/plugin-kargo-common';
import {
  adviceReducer,
  type AdviceEvent,
  type AdviceState,
} from './AdviceState';

const given: AdviceAnswer = {
  status: 'advice',
  id: '1',
  advice: { summary: 'The token has expired.', questions: [] },
  model: 'house-model-2',
  at: '2026-11-21T12:00:00Z',
};

function run(...events: readonly AdviceEvent[]): AdviceState {
  return events.reduce(adviceReducer, { status: 'off' });
}

const on: AdviceEvent = {
  type: 'advisor',
  advisor: { status: 'on', model: 'house-model-1' },
};

describe('adviceReducer', () => {
  it('goes from a model to a question, an answer and a verdict', () => {
    expect(run(on)).toEqual({ status: 'ready', model: 'house-model-1' });
    expect(run(on, { type: 'ask' })).toEqual({
      status: 'asking',
      model: 'house-model-1',
    });
    const answer: AdviceEvent = { type: 'answer', answer: given };
    expect(run(on, { type: 'ask' }, answer)).toEqual({
      status: 'advice',
      model: 'house-model-2',
      given,
      judgement: { status: 'open' },
    });
    const judgement = { status: 'saved', verdict: 'used' } as const;
    expect(
      run(on, { type: 'ask' }, answer, { type: 'judgement', judgement }),
    ).toMatchObject({ status: 'advice', judgement });
  });

  it('lets ask again where there was no advice', () => {
    const none: AdviceEvent = {
      type: 'answer',
      answer: { status: 'unavailable', reason: 'It refused.' },
    };
    expect(run(on, { type: 'ask' }, none)).toEqual({
      status: 'unavailable',
      model: 'house-model-1',
      reason: 'It refused.',
    });
    expect(run(on, { type: 'ask' }, none, { type: 'ask' })).toMatchObject({
      status: 'asking',
    });
  });

  it('ignores what does not fit', () => {
    const answer: AdviceEvent = { type: 'answer', answer: given };
    const saving: AdviceEvent = {
      type: 'judgement',
      judgement: { status: 'saving' },
    };
    expect(run({ type: 'ask' }, answer, saving)).toEqual({ status: 'off' });
    expect(run(on, answer, saving)).toMatchObject({ status: 'ready' });
    const once = run(on, { type: 'ask' }, answer);
    expect(adviceReducer(once, { type: 'ask' })).toBe(once);
  });
});
