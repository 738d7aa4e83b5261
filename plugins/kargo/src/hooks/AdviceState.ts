import type {
  AdviceAnswer,
  AdviceVerdict,
  AdvisorStatus,
} from '@fairway/plugin-kargo-common';

type GivenAdvice = Extract<AdviceAnswer, { readonly status: 'advice' }>;

/** What the reader made of advice, so far. */
export type Judgement =
  | { readonly status: 'open' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'saved'; readonly verdict: AdviceVerdict };

/** What a reader has asked a model, and what came of it. */
export type AdviceState =
  | { readonly status: 'off' }
  | { readonly status: 'ready'; readonly model: string }
  | { readonly status: 'asking'; readonly model: string }
  | {
      readonly status: 'unavailable';
      readonly model: string;
      readonly reason: string;
    }
  | {
      readonly status: 'advice';
      readonly model: string;
      readonly given: GivenAdvice;
      readonly judgement: Judgement;
    };

/** What happens to it. */
export type AdviceEvent =
  | { readonly type: 'advisor'; readonly advisor: AdvisorStatus }
  | { readonly type: 'ask' }
  | { readonly type: 'answer'; readonly answer: AdviceAnswer }
  | { readonly type: 'judgement'; readonly judgement: Judgement };

/** What comes of what happens; an event that does not fit changes nothing. */
export function adviceReducer(
  state: AdviceState,
  event: AdviceEvent,
): AdviceState {
  switch (event.type) {
    case 'advisor':
      return event.advisor.status === 'on'
        ? { status: 'ready', model: event.advisor.model }
        : { status: 'off' };
    case 'ask':
      return state.status === 'ready' || state.status === 'unavailable'
        ? { status: 'asking', model: state.model }
        : state;
    case 'answer':
      return state.status === 'asking'
        ? answered(state.model, event.answer)
        : state;
    default:
      return state.status === 'advice'
        ? { ...state, judgement: event.judgement }
        : state;
  }
}

function answered(model: string, answer: AdviceAnswer): AdviceState {
  if (answer.status === 'unavailable') {
    return { status: 'unavailable', model, reason: answer.reason };
  }
  return {
    status: 'advice',
    // The model may have been changed since the page was opened.
    model: answer.model,
    given: answer,
    judgement: { status: 'open' },
  };
}
