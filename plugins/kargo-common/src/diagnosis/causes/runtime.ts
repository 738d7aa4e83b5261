import { ruleFamily } from '../rule';

/** What the runtime of the controller answers. */
export const RUNTIME_RULES = ruleFamily(
  'runtime',
  {
    layer: 'outside',
    source: 'Go context',
    whoCanAct: 'platform-team',
    safeToRetry: 'yes',
    confidence: 'likely',
  },
  [
    {
      id: 'deadline',
      patterns: ['context deadline exceeded'],
      cause: 'It did not end within the time that Kargo gives it.',
      nextStep:
        'Try again; if it returns, look at the service that was called and at the load of the controller.',
    },
    {
      id: 'cancelled',
      patterns: ['context canceled'],
      cause:
        'The controller stopped or gave up while it was running: a restart, an upgrade or an eviction.',
      nextStep: 'Try again.',
      whoCanAct: 'nobody',
    },
  ],
);
