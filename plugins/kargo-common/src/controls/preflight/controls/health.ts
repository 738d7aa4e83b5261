import { blocked, CLEAR, observed, warned, type Control } from '../control';

const GOOD = ['Healthy', 'NotApplicable'];

/** Health of the stage before the promotion, so that two troubles are not mixed. */
export const healthControl: Control = {
  name: 'health',
  overridable: true,
  check({ health, riskClass, intent }) {
    return observed(health, 'The health of the stage', ({ status, issues }) => {
      if (GOOD.includes(status)) return CLEAR;
      const finding = {
        message: `The stage is ${status}${
          issues.length > 0 ? `: ${issues.join('; ')}` : ''
        }.`,
        value: status,
        whoCanAct: 'owner' as const,
      };
      // Going back and mending forward are what one does about a stage that is not well.
      const mends =
        intent === 'rollback' ||
        riskClass.rollback.expectation === 'forward-fix';
      return status === 'Progressing' || (status === 'Unhealthy' && mends)
        ? warned(finding)
        : blocked(finding);
    });
  },
};
