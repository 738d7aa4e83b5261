import { blocked, CLEAR, observed, type Control } from '../control';
import type { PreflightInput } from '../preflightInput';

/** What the caller may do in Backstage. */
export const permissionControl: Control<Pick<PreflightInput, 'permission'>> = {
  name: 'permission',
  overridable: false,
  check({ permission }) {
    return observed(permission, 'Your permission in Backstage', access =>
      access.allowed
        ? CLEAR
        : blocked({
            message: `You may not do this here: it needs the permission ${access.needs}.`,
            value: access.needs,
            whoCanAct: 'platform',
          }),
    );
  },
};
