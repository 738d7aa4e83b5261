import { controllers } from './controllers.fixture';
import type {
  ActionPreflight,
  ActResponse,
  ApprovalRequest,
  AvailableActions,
  EntityPromotions,
  FreightComparison,
  PreflightView,
  ProjectPromotions,
  PromotionDetail,
  StageDetail,
} from '@fairway/plugin-kargo-common';

const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;

/** A project half way to production. */
export const project: ProjectPromotions = {
  controlPlane: { name: 'platform', title: 'Platform control plane' },
  project: 'checkout',
  stages: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'test',
        upstream: [],
        phase: 'steady',
        health: 'Healthy',
        freight: {
          name: 'f2',
          version: '1.8.3',
          since: '2026-11-21T11:00:00Z',
        },
        verification: 'Successful',
        autoPromotion: true,
      },
      {
        name: 'prod',
        shard: 'eu-central',
        upstream: ['test'],
        final: true,
        phase: 'failed',
        phaseMessage: 'step "push" errored: remote hung up',
        health: 'Unhealthy',
        healthIssues: ['2 of 3 pods are crash-looping'],
        freight: { name: 'f1', version: '1.8.2' },
        failedPromotion: 'prod.01k9m7z2eagcy4s6t8w0a2c3d4.f2',
        next: {
          freight: 'f2',
          version: '1.8.3',
          status: 'stopped',
          byItself: false,
          reasons: [
            {
              kind: 'soaking',
              text: '12 min of soak left in test',
              stops: 'promotion',
            },
          ],
          moreReasons: 2,
        },
      },
    ],
  },
  freight: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'f2',
        alias: 'gilded-otter',
        version: '1.8.3',
        discoveredAt: '2026-11-21T10:59:00Z',
        artifacts: {
          images: [{ repoURL: 'registry.example.com/checkout', tag: '1.8.3' }],
          charts: [],
          commits: [],
          others: [],
        },
        currentlyIn: ['test'],
        verifiedIn: ['test'],
        approvedFor: [],
      },
    ],
    total: 1,
  },
  promotions: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'prod.01k9m7z2eagcy4s6t8w0a2c3d4.f2',
        stage: 'prod',
        freight: 'f2',
        version: '1.8.3',
        phase: 'Errored',
        createdAt: '2026-11-21T11:30:00Z',
      },
    ],
    total: 1,
  },
  warehouses: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'checkout',
        automatic: true,
        subscriptions: [
          { type: 'image', repoURL: 'registry.example.com/checkout' },
        ],
        problem: { message: 'Unable to discover artifacts: 401' },
      },
    ],
  },
  controllers,
};

/** What the backend answers for it. */
export const entityPromotions: EntityPromotions = {
  headline: '1.8.3 is in test, healthy. Production has 1.8.2, unhealthy.',
  riskClass: 'application',
  notices: [],
  projects: [project],
};

/** Its failed promotion with the steps. */
export const promotionDetail: PromotionDetail = {
  ...project.promotions.items[0],
  controlPlane: 'platform',
  project: 'checkout',
  message: 'step "push" errored: remote hung up',
  steps: [
    {
      name: 'clone',
      uses: 'git-clone',
      status: 'Succeeded',
      startedAt: '2026-11-21T11:30:00Z',
      finishedAt: '2026-11-21T11:32:05Z',
      errorCount: 0,
      continueOnError: false,
      pullRequest: {
        id: 7,
        url: 'https://git.example.com/pr/7',
        open: true,
      },
      links: [],
    },
    {
      name: 'push',
      status: 'Errored',
      message: 'remote hung up',
      errorCount: 3,
      continueOnError: false,
      links: [],
    },
  ],
  links: [{ title: 'Open in Kargo', url: 'https://kargo.example.com/prod' }],
};

/** Why 1.8.3 is not in production. */
export const stageDetail: StageDetail = {
  controlPlane: 'platform',
  project: 'checkout',
  stage: project.stages.items[1],
  explanations: [
    {
      freight: 'f2',
      version: '1.8.3',
      status: 'stopped',
      byItself: false,
      sentence: '1.8.3 is not in prod: 12 min of soak left in test.',
      reasons: [
        {
          kind: 'soaking',
          text: '12 min of soak left in test',
          stops: 'promotion',
        },
        {
          kind: 'manual',
          text: 'somebody has to promote it: auto-promotion is off',
          stops: 'auto-promotion',
        },
      ],
      notBefore: '2026-11-21T12:12:00Z',
      byHand: ['prod'],
      unknownDurations: [],
    },
  ],
  holds: [{ origin: 'Warehouse/checkout', actor: 'email:anna@example.com' }],
  history: [
    {
      items: [
        {
          origin: 'Warehouse/checkout',
          name: 'f1',
          version: '1.8.2',
          artifacts: { commits: [], images: [], charts: [], others: [] },
        },
      ],
      verifications: [
        {
          id: 'v1',
          phase: 'Failed',
          message: 'Metric "errors" assessed Failed',
          startedAt: '2026-11-20T10:00:00Z',
          finishedAt: '2026-11-20T10:05:00Z',
          metrics: [
            {
              name: 'errors',
              phase: 'Failed',
              successful: 3,
              failed: 2,
              inconclusive: 0,
              errored: 0,
              values: ['0.12'],
            },
          ],
          links: [],
        },
      ],
    },
  ],
  diagnoses: [
    {
      status: 'explained',
      subject: 'the promotion',
      rule: 'git-push.race',
      cause: 'Somebody else pushed to the branch at the same time.',
      confidence: 'certain',
      severity: 'failure',
      nextStep: 'Promote again.',
      whoCanAct: 'developer',
      safeToRetry: 'yes',
      evidence: [
        {
          field: 'status.stepExecutionMetadata[1].message',
          value: 'non-fast-forward',
          at: '2026-11-21T11:32:00Z',
        },
      ],
      sharedCauses: [
        {
          kind: 'repository',
          value: 'git.example.com/checkout',
          failures: 3,
          from: '2026-11-21T11:20:00Z',
        },
      ],
    },
    {
      status: 'unknown',
      subject: 'the health of the stage',
      raw: 'the moon is full',
      evidence: [],
      sharedCauses: [],
    },
  ],
  controls: {
    riskClass: 'infrastructure',
    source: 'inferred',
    inferredFrom: ['tf-apply'],
    executionMode: 'hand-off',
    approvers: { count: 2, groups: ['group:default/platform'] },
    minimumSoak: 'PT1H',
    verificationRequired: true,
    changeWindowRequired: false,
    rollback: { expectation: 'forward-fix' },
    longestDuration: 'PT4H',
    calendar: {
      status: 'closed',
      sentence: 'Frozen until Mon 08:00 by rule year-end.',
      until: '2026-11-23T08:00:00Z',
    },
  },
  rollback: {
    status: 'none',
    message: 'Changes of this risk class are mended forward, not taken back.',
    considered: [],
  },
  links: [],
};

/** What separates test from production. */
export const comparison: FreightComparison = {
  from: { title: 'what is in prod', version: '1.8.2' },
  to: { title: 'what is in test', version: '1.8.3' },
  summary: '1 repository of 1 artifacts differ.',
  changes: [
    {
      type: 'commit',
      name: 'https://git.example.com/checkout.git',
      change: 'changed',
      from: '1111111',
      to: '2222222',
      url: 'https://git.example.com/checkout/compare/1...2',
    },
  ],
};

/** Anna asks for an approval. */
export const approvalRequest: ApprovalRequest = {
  id: '7b1e2d52-0c52-4f3a-8a61-0a5b3b0c1b2e',
  state: 'pending',
  purpose: 'promotion',
  binding: {
    controlPlane: 'platform',
    project: 'checkout',
    stage: 'prod',
    freight: 'f2',
    riskClass: 'infrastructure',
  },
  requester: { kind: 'user', ref: 'user:default/anna' },
  reason: 'The fix for the cart',
  requiredApprovals: 2,
  approverGroups: ['group:default/platform'],
  requestedAt: '2026-11-21T11:00:00.000Z',
  expiresAt: '2026-11-24T11:00:00.000Z',
  decisions: [],
};

/** What stands against promoting 1.8.3 to production. */
export const preflight: PreflightView = {
  decision: 'blocked',
  binding: approvalRequest.binding,
  version: '1.8.3',
  blockers: [
    {
      control: 'window',
      message: 'Frozen by rule year-end.',
      value: 'closed',
      until: '2026-11-23T08:00:00.000Z',
      whoCanAct: 'time',
    },
    {
      control: 'approvals',
      message: '2 people other than who asks must approve; none was asked.',
      value: 'none',
      whoCanAct: 'caller',
    },
  ],
  warnings: [],
  overridden: [],
  executionMode: 'hand-off',
  handOffUrl: 'https://kargo.example.com/promote',
  approvers: { count: 2, groups: ['group:default/platform'] },
  requests: [],
};

/** Everything is carried out from here. */
export const availableActions: AvailableActions = {
  stages: ['test', 'prod'],
  warehouses: ['checkout'],
  unsupported: [],
};

/** Nothing stands against an action. */
export const actionPreflight: ActionPreflight = {
  action: 'refresh',
  targets: [
    {
      subject: { kind: 'Stage', name: 'prod' },
      decision: 'clear',
      blockers: [],
      warnings: [],
      overridden: [],
      riskClass: 'application',
    },
  ],
};

/** And it was done. */
export const actResponse: ActResponse = {
  results: [{ subject: { kind: 'Stage', name: 'prod' }, outcome: 'executed' }],
};
