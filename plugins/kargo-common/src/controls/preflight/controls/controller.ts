import { blocked, CLEAR, observed, warned, type Control } from '../control';

/** Whether anything would happen at all: without its controller a promotion waits, and may run when nobody looks. */
export const controllerControl: Control = {
  name: 'controller',
  overridable: false,
  check({ controller }) {
    return observed(
      controller,
      'Whether the controller of the stage is alive',
      controllerSeen => {
        if (controllerSeen === 'no-heartbeats') {
          return warned({
            message:
              'This control plane keeps no heartbeats, so that nobody can tell whether its controllers are alive.',
            value: controllerSeen,
            whoCanAct: 'platform',
          });
        }
        const { name, alive, lastSeenAt } = controllerSeen;
        return alive
          ? CLEAR
          : blocked({
              message: `The controller ${name} is silent${
                lastSeenAt ? ` since ${lastSeenAt}` : ''
              }; a promotion would wait for it.`,
              value: lastSeenAt ?? 'never seen',
              whoCanAct: 'platform',
            });
      },
    );
  },
};
