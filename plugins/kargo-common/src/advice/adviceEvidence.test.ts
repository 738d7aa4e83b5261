import { diagnose } from '../diagnosis';
import { redactAdviceEvidence, type AdviceEvidence } from './adviceEvidence';

const subject = {
  kind: 'promotion',
  controlPlane: 'emea',
  name: 'prod.01k9.76415fe',
} as const;

const TOKEN = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';

const secretive: AdviceEvidence = {
  subject,
  failures: [
    {
      status: 'explained',
      rule: 'git-push.race',
      cause: `the token ${TOKEN} is refused`,
      confidence: 'likely',
      severity: 'failure',
      nextStep: 'look at https://ada:hunter2@git.example.com/orders.git',
      whoCanAct: 'platform-team',
      safeToRetry: 'no',
      evidence: [
        {
          field: 'status.message',
          value: `Authorization: Bearer ${TOKEN}`,
          at: '2026-11-21T12:00:00Z',
        },
      ],
    },
    {
      status: 'unknown',
      subject: 'the health of the stage, token=hunter2',
      raw: `password=hunter2 ${'x'.repeat(10_000)}`,
      evidence: [],
    },
  ],
};

describe('redactAdviceEvidence', () => {
  it('leaves no secret in any text', () => {
    const text = JSON.stringify(redactAdviceEvidence(secretive));
    expect(text).not.toContain('ghp_');
    expect(text).not.toContain('hunter2');
    expect(text).toContain('git.example.com/orders.git');
    expect(text).toContain('the health of the stage');
    expect(text).toContain('2026-11-21T12:00:00Z');
  });

  it('changes nothing the second time', () => {
    const once = redactAdviceEvidence(secretive);
    expect(redactAdviceEvidence(once)).toEqual(once);
  });

  it('bounds texts, evidence and failures', () => {
    const failure = {
      status: 'unknown',
      raw: 'x'.repeat(100_000),
      evidence: Array.from({ length: 100 }, () => ({ field: 'a', value: 'b' })),
    } as const;
    const { failures } = redactAdviceEvidence({
      subject,
      failures: Array.from({ length: 50 }, () => failure),
    });
    expect(failures).toHaveLength(10);
    expect(failures[0].evidence).toHaveLength(40);
    expect(failures[0]).toMatchObject({ raw: 'x'.repeat(4_000) });
  });

  it('takes a diagnosis, without what is not told to a model', () => {
    const diagnosis = diagnose({
      kind: 'promotion',
      controlPlane: 'emea',
      project: 'orders',
      stage: 'prod',
      promotion: subject.name,
      phase: 'Failed',
      message: 'merge conflict',
      steps: [
        {
          alias: 'push',
          uses: 'git-push',
          status: 'Failed',
          message: 'merge conflict',
        },
      ],
    });
    if (diagnosis.status !== 'explained') throw new Error(diagnosis.status);
    const [failure] = redactAdviceEvidence({
      subject,
      failures: [diagnosis],
    }).failures;
    expect(failure).toMatchObject({
      status: 'explained',
      rule: diagnosis.rule,
      evidence: diagnosis.evidence,
    });
    expect(failure).not.toHaveProperty('relatedFailures');
  });
});
