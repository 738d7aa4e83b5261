import { promotionRow } from '../__fixtures__/pipelineObjects';
import { readPromotion } from '../model/promotion';
import { found, holding, project } from './portfolio.fixture';
import { portfolioItemOf } from './portfolioItemOf';
import { stageViewOf } from '../view/stageViewOf';

const prod = holding('prod', '1.8.2', ['test'], {
  phase: 'promoting',
  steps: ['git-open-pr', 'git-wait-for-pr'],
});
const row = promotionRow('prod.01', {
  freight: '1.8.3',
  phase: 'Running',
  createdAt: '2026-11-18T11:59:00Z',
});

/** What was read of it: its pull request waits since three days. */
const read = readPromotion({
  metadata: { name: 'prod.01', namespace: 'orders', uid: '1' },
  spec: {
    stage: 'prod',
    freight: '1.8.3',
    steps: [
      { as: 'open', uses: 'git-open-pr' },
      { as: 'wait', uses: 'git-wait-for-pr' },
    ],
  },
  status: {
    phase: 'Running',
    stepExecutionMetadata: [
      { alias: 'open', status: 'Succeeded' },
      {
        alias: 'wait',
        status: 'Running',
        startedAt: '2026-11-18T12:00:00Z',
      },
    ],
    state: {
      open: { pr: { id: 7, url: 'https://git.example.com/pr/7', open: true } },
    },
  },
});

const orders = (lastReadOf?: () => typeof read) =>
  project({
    stages: [holding('test', '1.8.3'), prod],
    freight: [found('1.8.3', '2026-11-18T10:00:00Z')],
    promotions: new Map([['prod', [row]]]),
    lastReadOf,
  });

describe('a promotion of which the pull request waits for review', () => {
  it('waits for a person, and is not stuck', () => {
    expect(portfolioItemOf(orders(() => read))).toMatchObject({
      state: 'waiting',
      reason:
        '1.8.3 is being promoted to prod: its pull request waits for review since 3 d.',
      since: '2026-11-18T12:00:00Z',
    });
  });

  it('counts as stuck while nobody has looked at its steps', () => {
    expect(portfolioItemOf(orders())).toMatchObject({
      state: 'stuck',
      reason: expect.stringContaining('its pull request may wait for review'),
    });
  });

  it('says so in the version matrix, with the way to the pull request', () => {
    const { state } = orders(() => read);
    expect(stageViewOf(prod, state, { final: true }).next).toMatchObject({
      status: 'promoting',
      reasons: [
        {
          kind: 'waiting-for-review',
          text: 'its pull request waits for review since 3 d',
          url: 'https://git.example.com/pr/7',
        },
      ],
    });
  });
});
