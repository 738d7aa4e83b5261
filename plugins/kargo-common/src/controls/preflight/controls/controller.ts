import { blocked, CLEAR, observed, type Control } from '../control';

/** Whether anything would happen at all: without its controller a promotion waits, and may run when nobody looks. */
export const controllerControl: Control = {
  name: 'controller',
  overridable: false,
  check({ controller }) {
    return observed(
      controller,
      'Whether the controller of the stage is alive',
      ({ name, alive, lastSeenAt }) =>
        alive
          ? CLEAR
          : blocked({
              message: `The controller ${name} is silent${
                lastSeenAt ? ` since ${lastSeenAt}` : ''
              }; a promotion would wait for it.`,
              value: lastSeenAt ?? 'never seen',
              whoCanAct: 'platform',
            }),
    );
  },
};
