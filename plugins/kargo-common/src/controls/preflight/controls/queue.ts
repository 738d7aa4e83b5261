import { blocked, CLEAR, observed, type Control } from '../control';

/** Promotions that come first; one behind them would promote what nobody looked at together. */
export const queueControl: Control = {
  name: 'queue',
  overridable: true,
  check({ queue, binding }) {
    return observed(
      queue,
      'What waits for the stage',
      ({ running, pending }) => {
        const first = [...(running ? [running] : []), ...pending];
        if (first.length === 0) return CLEAR;
        return blocked({
          message: running
            ? `The promotion ${running} is running${
                pending.length > 0 ? `, and ${pending.length} wait` : ''
              }.`
            : `${pending.length} ${
                pending.length === 1 ? 'promotion waits' : 'promotions wait'
              } for ${binding.stage} already: ${pending.join(', ')}.`,
          value: first.join(', '),
          whoCanAct: 'owner',
        });
      },
    );
  },
};
