import { blocked, CLEAR, observed, warned, type Control } from '../control';

/** What would change, and whether the risk class expects that it can be undone. */
export const diffControl: Control = {
  name: 'diff',
  overridable: true,
  check({ diff, riskClass, binding }) {
    return observed(diff, 'What would change', ({ changes, irreversible }) => {
      if (irreversible.length > 0) {
        const what = irreversible.join('; ');
        return riskClass.rollback.expectation === 're-promote'
          ? blocked({
              message: `This cannot be undone (${what}), but the risk class ${riskClass.name} counts on going back. Give the stage a class that does not.`,
              value: what,
              whoCanAct: 'owner',
            })
          : warned({
              message: `This cannot be undone: ${what}.`,
              value: what,
              whoCanAct: 'caller',
            });
      }
      return changes.length === 0
        ? warned({
            message: `${binding.stage} has this freight already; nothing changes.`,
            value: 'no change',
            whoCanAct: 'caller',
          })
        : CLEAR;
    });
  },
};
