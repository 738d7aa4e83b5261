import { collection, stage } from '../__fixtures__/pipelineObjects';
import { paceOf } from './paceOf';

const step = {
  alias: 'clone',
  status: 'Succeeded',
  message: undefined,
  continueOnError: false,
  startedAt: '2026-11-21T09:00:00Z',
  finishedAt: '2026-11-21T09:00:10Z',
};
const last = {
  name: 'uat.1',
  freight: '1.0.0',
  phase: 'Succeeded',
  message: undefined,
  finishedAt: '2026-11-21T09:02:00Z',
  steps: [step],
};
const verification = (minutes: number) => ({
  ...collection('f', ['Successful']).verifications[0],
  startedAt: '2026-11-21T09:00:00Z',
  finishedAt: new Date(Date.UTC(2026, 10, 21, 9, minutes)).toISOString(),
});

describe('paceOf', () => {
  it('takes the last promotion and the middle verification', () => {
    const pace = paceOf([
      stage('uat', [], {
        lastPromotion: last,
        history: [
          { ...collection('a'), verifications: [verification(9)] },
          {
            ...collection('b'),
            verifications: [verification(1), verification(4)],
          },
        ],
      }),
    ]);
    expect(pace.promotionSeconds('uat')).toBe(120);
    expect(pace.verificationSeconds('uat')).toBe(240);
    const now = new Date();
    expect(pace.opensAt('uat', now)).toBe(now);
  });

  it('does not learn from what failed, and knows nothing of what it has not seen', () => {
    const pace = paceOf([
      stage('uat', [], { lastPromotion: { ...last, phase: 'Errored' } }),
    ]);
    expect(pace.promotionSeconds('uat')).toBeUndefined();
    expect(pace.verificationSeconds('uat')).toBeUndefined();
    expect(pace.promotionSeconds('prod')).toBeUndefined();
  });
});
