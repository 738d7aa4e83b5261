import { stagePhase } from './stagePhase';

const condition = (type: string, status: string, reason: string) => ({
  type,
  status,
  reason,
});

describe('stagePhase', () => {
  it.each([
    [
      'promoting',
      [
        condition('Promoting', 'True', 'ActivePromotion'),
        condition('Ready', 'False', 'ActivePromotion'),
      ],
    ],
    ['failed', [condition('Ready', 'False', 'LastPromotionErrored')]],
    [
      'failed',
      [
        condition('Ready', 'False', 'VerificationFailed'),
        condition('Verified', 'False', 'VerificationFailed'),
      ],
    ],
    ['no-freight', [condition('Ready', 'False', 'NoFreight')]],
    [
      'verifying',
      [
        condition('Ready', 'False', 'PendingVerification'),
        condition('Verified', 'Unknown', 'VerificationRunning'),
      ],
    ],
    ['steady', [condition('Ready', 'True', 'Verified')]],
    ['unknown', []],
    ['unknown', [condition('Ready', 'False', 'SomethingNew')]],
  ])('is %s for %j', (phase, conditions) => {
    expect(stagePhase(conditions)).toBe(phase);
  });

  it('is promoting while a new promotion runs after a failed one', () => {
    expect(
      stagePhase([
        condition('Promoting', 'True', 'ActivePromotion'),
        condition('Ready', 'False', 'LastPromotionFailed'),
      ]),
    ).toBe('promoting');
  });
});
