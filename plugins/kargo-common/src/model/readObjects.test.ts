import { readFreight } from './freight';
import { readPromotion } from './promotion';
import { readController, controllerState } from './controller';
import { readPromotionRow } from './promotionRow';
import { readStage } from './readStage';
import { readWarehouse } from './warehouse';

const metadata = {
  name: 'uat',
  namespace: 'checkout',
  uid: '2c2428ba-ffd1-446f-a322-db662f5b1416',
  creationTimestamp: '2026-11-21T12:11:34Z',
};

const images = [{ repoURL: 'registry.example.com/checkout', tag: '2.4.0' }];

describe('readStage', () => {
  const verification = {
    id: 'v1',
    phase: 'Failed',
    message: 'Metric "errors" assessed Failed',
    startTime: '2026-11-21T10:00:00Z',
    finishTime: '2026-11-21T10:05:00Z',
    analysisRun: { namespace: 'checkout', name: 'uat.run', phase: 'Failed' },
  };

  it('reads what the view needs', () => {
    const stage = readStage({
      metadata: {
        ...metadata,
        labels: { tier: 'gold' },
        annotations: {
          'kargo.akuity.io/argocd-context':
            '[{"name":"checkout-uat","namespace":"argocd"}]',
        },
      },
      spec: {
        shard: 'eu-central',
        requestedFreight: [
          {
            origin: { kind: 'Warehouse', name: 'checkout' },
            sources: {
              stages: ['test', 'qa'],
              requiredSoakTime: '1h30m',
              availabilityStrategy: 'All',
              autoPromotionOptions: { selectionPolicy: 'NewestFreight' },
            },
          },
        ],
        promotionTemplate: {
          spec: { steps: [{ uses: 'git-clone' }, { task: { name: 'push' } }] },
        },
        verification: { analysisTemplates: [{ name: 'smoke' }] },
      },
      status: {
        autoPromotionEnabled: true,
        conditions: [
          { type: 'Ready', status: 'True', message: 'healthy and verified' },
        ],
        health: { status: 'Unhealthy', issues: ['pod is crash-looping'] },
        freightHistory: [
          {
            id: 'c2',
            items: { 'Warehouse/checkout': { name: '76415fe', images } },
            verificationHistory: [verification],
          },
          { items: { 'Warehouse/checkout': { name: 'older' } } },
        ],
        currentPromotion: { name: 'uat.02' },
        lastPromotion: {
          name: 'uat.01',
          freight: { name: '76415fe' },
          finishedAt: '2026-11-21T09:00:00Z',
          status: {
            phase: 'Errored',
            message: 'step "push" errored',
            stepExecutionMetadata: [
              { alias: 'push', status: 'Errored', message: 'hung up' },
            ],
          },
        },
        autoPromotionHolds: { 'Warehouse/checkout': { freightName: 'older' } },
        effectiveAutoPromotionHolds: {
          'Warehouse/checkout': { freightName: '76415fe', actor: 'admin' },
        },
        promotionWindowStatus: { closed: true, reason: 'year-end' },
      },
    });
    expect(stage).toMatchObject({
      project: 'checkout',
      name: 'uat',
      labels: { tier: 'gold' },
      controlFlow: false,
      shard: 'eu-central',
      requests: [
        {
          origin: 'Warehouse/checkout',
          warehouse: 'checkout',
          direct: false,
          stages: ['test', 'qa'],
          requiredSoakSeconds: 5400,
          availability: 'All',
          selection: 'NewestFreight',
        },
      ],
      upstream: ['test', 'qa'],
      steps: ['git-clone', 'push'],
      verifies: true,
      phase: 'steady',
      phaseMessage: 'healthy and verified',
      health: 'Unhealthy',
      healthIssues: ['pod is crash-looping'],
      freight: { name: '76415fe', version: '2.4.0' },
      verification: 'Failed',
      autoPromotion: true,
      holds: [{ freight: '76415fe', actor: 'admin' }],
      currentPromotion: 'uat.02',
      lastPromotion: {
        name: 'uat.01',
        freight: '76415fe',
        phase: 'Errored',
        steps: [{ alias: 'push', continueOnError: false }],
      },
      argocdApps: [{ name: 'checkout-uat', namespace: 'argocd' }],
      window: { closed: true, reason: 'year-end', nextOpen: undefined },
    });
    expect(stage.history).toHaveLength(2);
    expect(stage.history[0].verifications).toEqual([
      {
        id: 'v1',
        phase: 'Failed',
        message: 'Metric "errors" assessed Failed',
        actor: undefined,
        startedAt: '2026-11-21T10:00:00Z',
        finishedAt: '2026-11-21T10:05:00Z',
        analysisRun: 'uat.run',
      },
    ]);
  });

  it('survives annotations and durations that cannot be read', () => {
    expect(
      readStage({
        metadata: {
          ...metadata,
          annotations: { 'kargo.akuity.io/argocd-context': '{' },
        },
        spec: {
          requestedFreight: [{ sources: { requiredSoakTime: 'soon' } }],
        },
      }),
    ).toMatchObject({
      argocdApps: [],
      requests: [{ requiredSoakSeconds: undefined, origin: 'unknown' }],
    });
  });

  it('leaves what a new stage does not say unknown', () => {
    expect(readStage({ metadata, spec: {} })).toMatchObject({
      controlFlow: true,
      phase: 'unknown',
      health: 'Unknown',
      freight: undefined,
      verification: undefined,
    });
  });

  it('refuses an object without a namespace', () => {
    expect(() => readStage({ metadata: { name: 'x' }, spec: {} })).toThrow(
      /namespace/,
    );
  });
});

describe('readFreight', () => {
  it('prefers the discovery time and reads where it is', () => {
    expect(
      readFreight({
        metadata,
        alias: 'gilded-otter',
        origin: { kind: 'Warehouse', name: 'checkout' },
        discoveredAt: '2026-11-20T08:11:00Z',
        images,
        status: {
          currentlyIn: { uat: { since: '2026-11-20T10:00:00Z' } },
          verifiedIn: {
            test: { verifiedAt: '2026-11-20T09:00:00Z', longestSoak: '30m0s' },
          },
          approvedFor: { prod: { approvedAt: null } },
        },
      }),
    ).toMatchObject({
      project: 'checkout',
      name: 'uat',
      alias: 'gilded-otter',
      version: '2.4.0',
      origin: 'Warehouse/checkout',
      warehouse: 'checkout',
      discoveredAt: '2026-11-20T08:11:00Z',
      currentlyIn: [{ stage: 'uat', since: '2026-11-20T10:00:00Z' }],
      verifiedIn: [
        {
          stage: 'test',
          verifiedAt: '2026-11-20T09:00:00Z',
          longestSoakSeconds: 1800,
        },
      ],
      approvedFor: [{ stage: 'prod', approvedAt: undefined }],
    });
  });
});

describe('readPromotion', () => {
  it('joins steps with what happened to them', () => {
    expect(
      readPromotion({
        metadata: {
          ...metadata,
          annotations: {
            'kargo.akuity.io/create-actor': 'email:a@example.com',
          },
        },
        spec: {
          stage: 'uat',
          freight: '76415fe',
          steps: [{ uses: 'git-clone' }, { uses: 'git-push', as: 'push' }, {}],
        },
        status: {
          phase: 'Errored',
          message: 'timed out',
          freight: { images },
          startedAt: '2026-11-21T09:00:00Z',
          stepExecutionMetadata: [
            { status: 'Succeeded', startedAt: '2026-11-21T09:00:00Z' },
            { status: 'Errored', message: 'remote hung up' },
          ],
        },
      }),
    ).toMatchObject({
      stage: 'uat',
      version: '2.4.0',
      phase: 'Errored',
      actor: 'email:a@example.com',
      finishedAt: undefined,
      steps: [
        { name: 'git-clone', status: 'Succeeded', message: undefined },
        { name: 'push', status: 'Errored', message: 'remote hung up' },
        { name: 'step 3', status: 'Waiting' },
      ],
    });
  });

  it('shows a phase of a later Kargo as unknown', () => {
    expect(
      readPromotion({
        metadata,
        spec: { stage: 'uat' },
        status: { phase: 'Paused' },
      }).phase,
    ).toBe('Unknown');
  });
});

describe('outputs of steps', () => {
  const outputOf = (state: unknown) =>
    readPromotion({
      metadata,
      spec: { stage: 'uat', steps: [{ uses: 'git-open-pr', as: 'pr' }, {}] },
      status: { state: { pr: state, 'step-2': { commit: 'abc' } } },
    }).steps.map(({ output }) => output);

  it('lead to pull requests, commits and links, without credentials', () => {
    expect(
      outputOf({
        pr: {
          id: 7,
          url: 'https://bot:secret@git.example.com/pr/7',
          open: true,
        },
        commitURL: 'https://git.example.com/c/1',
        links: [
          { title: 'Plan', url: 'https://tf.example.com/run/1' },
          { title: 'Trap', url: 'data:text/html,trap' },
        ],
        password: 'secret',
      }),
    ).toEqual([
      {
        pullRequest: {
          id: 7,
          url: 'https://git.example.com/pr/7',
          open: true,
          merged: undefined,
        },
        commit: undefined,
        branch: undefined,
        links: [
          { title: 'Commit', url: 'https://git.example.com/c/1' },
          { title: 'Plan', url: 'https://tf.example.com/run/1' },
        ],
      },
      expect.objectContaining({ commit: 'abc' }),
    ]);
  });

  it.each([undefined, null, 'text', { pr: 'no', links: 5 }, []])(
    'are empty for %j',
    state => {
      expect(outputOf(state)[0]).toMatchObject({
        pullRequest: undefined,
        links: [],
      });
    },
  );
});

describe('readPromotionRow', () => {
  const row = {
    metadata: {
      ...metadata,
      name: 'uat.01k9ma03fbhdz5t7v9x1b3d4e5.76415fe',
      creationTimestamp: undefined,
      annotations: { 'kargo.akuity.io/rollback': 'true' },
    },
    cells: { Shard: null, Stage: 'uat', Freight: '76415fe', Phase: null },
  };

  it('takes a row without a phase as waiting, and the time from its name', () => {
    expect(readPromotionRow(row)).toMatchObject({
      stage: 'uat',
      phase: 'Pending',
      rollback: true,
      // 01k9ma03fb is 1762691911147 ms in Crockford's base 32.
      createdAt: '2025-11-09T12:38:31.147Z',
    });
  });

  it('refuses a row that names no stage', () => {
    expect(() =>
      readPromotionRow({ ...row, cells: { ...row.cells, Stage: null } }),
    ).toThrow(/names no stage/);
  });
});

describe('readWarehouse', () => {
  it('says what is wrong and since when', () => {
    expect(
      readWarehouse({
        metadata,
        spec: {
          freightCreationPolicy: 'Manual',
          subscriptions: [
            { image: { repoURL: 'registry.example.com/checkout' } },
            { oci: 5 },
          ],
        },
        status: {
          discoveredArtifacts: { discoveredAt: '2026-11-21T09:00:00Z' },
          conditions: [
            { type: 'Ready', status: 'False', message: 'later' },
            {
              type: 'Healthy',
              status: 'False',
              reason: 'DiscoveryFailed',
              message: 'Unable to discover artifacts: 401',
            },
          ],
        },
      }),
    ).toMatchObject({
      automatic: false,
      subscriptions: [
        { type: 'image', repoURL: 'registry.example.com/checkout' },
        { type: 'oci', repoURL: undefined },
      ],
      problem: {
        reason: 'DiscoveryFailed',
        message: 'Unable to discover artifacts: 401',
        since: '2026-11-21T09:00:00Z',
      },
    });
  });
});

describe('controllers', () => {
  const lease = (labels: Record<string, string>, renewTime?: string) =>
    readController({
      metadata: { name: 'kargo-controller-eu', labels },
      spec: { leaseDurationSeconds: 120, renewTime },
    });
  const eu = { 'kargo.akuity.io/controller': 'eu' };
  const at = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['2026-11-21T11:58:00.500000Z', 'alive'],
    ['2026-11-21T11:58:00.000000Z', 'silent'],
    [undefined, 'silent'],
  ])('renewed %s are %s', (renewTime, status) => {
    expect(controllerState([lease(eu, renewTime)], 'eu', at).status).toBe(
      status,
    );
  });

  it('serve what names no shard where they have none', () => {
    const unnamed = lease(
      { 'kargo.akuity.io/controller': '' },
      '2026-11-21T11:59:00Z',
    );
    expect(controllerState([unnamed], undefined, at).status).toBe('alive');
    expect(controllerState([unnamed], 'eu', at)).toEqual({
      status: 'unknown',
      reason: 'no controller of shard eu has a heartbeat',
    });
  });
});
