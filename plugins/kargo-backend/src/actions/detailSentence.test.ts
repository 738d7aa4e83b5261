import type {
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';
import { openControls } from '../__testUtils__/controls';
import { promotionSentence, stageSentence } from './detailSentence';

const step = { errorCount: 0, continueOnError: false, links: [] };
const promotion: PromotionDetail = {
  controlPlane: 'emea',
  project: 'orders',
  name: 'prod.01k9.76415fe',
  stage: 'prod',
  version: '1.8.3',
  phase: 'Errored',
  message: 'step "push" errored',
  steps: [
    { ...step, name: 'clone', status: 'Succeeded' },
    {
      ...step,
      name: 'notify',
      status: 'Failed',
      message: 'nobody listens',
      continueOnError: true,
    },
    {
      ...step,
      name: 'push',
      status: 'Errored',
      message: 'https://ada:hunter2@git.example.com hung up',
    },
  ],
  links: [],
};

const detail: StageDetail = {
  controlPlane: 'emea',
  project: 'orders',
  stage: {
    name: 'prod',
    upstream: ['test'],
    phase: 'steady',
    health: 'Healthy',
    freight: { name: '76415fe', version: '1.8.3' },
  },
  explanations: [],
  diagnoses: [],
  controls: openControls,
  rollback: { status: 'none', message: 'Nothing else.', considered: [] },
  holds: [],
  history: [],
  links: [],
};

describe('promotionSentence', () => {
  it('names the step that failed the promotion, without its secrets', () => {
    expect(promotionSentence(promotion)).toBe(
      'The promotion of 1.8.3 to prod errored at step "push": https://[redacted]@git.example.com hung up',
    );
  });

  it.each([
    ['Pending', [], undefined, 'The promotion of 1.8.3 to prod waits.'],
    [
      'Running',
      [{ ...step, name: 'wait-for-pr', status: 'Running' }],
      undefined,
      'The promotion of 1.8.3 to prod is running at step "wait-for-pr".',
    ],
    [
      'Aborted',
      [],
      'Promotion terminated by admin',
      'The promotion of 1.8.3 to prod was aborted: Promotion terminated by admin',
    ],
  ] as const)('says that it is %s', (phase, steps, message, sentence) => {
    expect(
      promotionSentence({
        ...promotion,
        phase,
        steps: steps.map(one => ({ ...one, links: [] })),
        message,
      }),
    ).toBe(sentence);
  });
});

describe('stageSentence', () => {
  it('says what is in the way, or that nothing comes', () => {
    const explanation = {
      freight: 'f2',
      status: 'stopped',
      byItself: false,
      sentence: '1.8.4 is not in prod: soak in test: 12 min left.',
      reasons: [],
      byHand: [],
      unknownDurations: [],
    } as const;
    expect(
      stageSentence({
        ...detail,
        explanations: [
          { ...explanation, reasons: [], byHand: [], unknownDurations: [] },
        ],
      }),
    ).toBe('1.8.4 is not in prod: soak in test: 12 min left.');
    expect(stageSentence(detail)).toBe(
      'Nothing newer than 1.8.3 is on its way to prod.',
    );
    expect(
      stageSentence({
        ...detail,
        stage: { ...detail.stage, freight: undefined },
      }),
    ).toBe('prod is empty, and nothing is on its way to it.');
  });
});
