import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import {
  PROJECT,
  shopProject,
  START,
  startCluster,
} from '../testing/demoProject';
import { kargoResources } from './kargoResources';
import {
  freightSchema,
  promotionSchema,
  stageSchema,
  warehouseSchema,
  type Promotion,
} from './kargoSchemas';

type Started = ReturnType<typeof startCluster>;

const ANALYSIS_RUN = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'AnalysisRun',
  plural: 'analysisruns',
  namespaced: true,
  status: true,
};
const ORIGIN = `Warehouse/${PROJECT}`;
const SECOND_FREIGHT_MS = 9 * 60_000;

/** The shop, of which one object has an annotation. */
function annotated(
  kind: string,
  name: string,
  annotations: Record<string, string>,
): KubernetesObject[] {
  return shopProject({ auto: true }).map((object: KubernetesObject) =>
    object.kind === kind && object.metadata.name === name
      ? { ...object, metadata: { ...object.metadata, annotations } }
      : object,
  );
}

function promotionsTo({ store }: Started, stage: string): Promotion[] {
  return store
    .list(kargoResources.promotions, { namespace: PROJECT })
    .map(object => promotionSchema.parse(object))
    .filter(({ spec }) => spec.stage === stage)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

function readStage({ store }: Started, name: string) {
  return stageSchema.parse(
    store.get(kargoResources.stages, { namespace: PROJECT, name }),
  );
}

/** Oldest first. */
function freights({ store }: Started) {
  return store
    .list(kargoResources.freights, { namespace: PROJECT })
    .map(object => freightSchema.parse(object))
    .sort((a, b) => ((a.discoveredAt ?? '') < (b.discoveredAt ?? '') ? -1 : 1));
}

function annotate(
  { store }: Started,
  resource: (typeof kargoResources)[keyof typeof kargoResources],
  name: string,
  annotations: Record<string, string>,
) {
  store.patch(
    resource,
    { namespace: PROJECT, name },
    { metadata: { annotations } },
    { user: { name: 'jane', groups: ['system:masters'] } },
  );
}

function promote({ store }: Started, stage: string, freight: string) {
  return store.create(
    kargoResources.promotions,
    {
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Promotion',
      metadata: { name: '', generateName: 'promo-', namespace: PROJECT },
      spec: { stage, freight },
    },
    { user: { name: 'jane', groups: ['system:masters'] } },
  );
}

describe('scenarios of the demo', () => {
  let started: Started;

  afterEach(() => started.cluster.stop());

  it('lets a step fail for all freight but the first', () => {
    started = startCluster({
      objects: annotated('Stage', 'uat', {
        'demo.fairway.dev/failing-step': 'push=push-race',
      }),
    });
    started.clock.advance(SECOND_FREIGHT_MS);
    const [first, second] = promotionsTo(started, 'uat');
    expect(first.status.phase).toBe('Succeeded');
    expect(second.status.phase).toBe('Errored');
    expect(second.status.message).toBe(
      'step "push" met error threshold of 1: error running step "push": error pushing commits to remote: error pushing branch: non-fast-forward',
    );
  });

  it('lets a step wait, and others wait behind it', () => {
    started = startCluster({
      objects: annotated('Stage', 'test', {
        'demo.fairway.dev/waiting-step': 'commit',
      }),
    });
    started.clock.advance(2 * SECOND_FREIGHT_MS);
    const phases = promotionsTo(started, 'test').map(p => p.status.phase);
    expect(phases.slice(0, 3)).toEqual(['Succeeded', 'Running', 'Pending']);
  });

  it('discovers nothing any more where discovery fails', () => {
    started = startCluster({
      objects: annotated('Warehouse', PROJECT, {
        'demo.fairway.dev/discovery-failure': 'unexpected status code 401',
      }),
    });
    started.clock.advance(2 * SECOND_FREIGHT_MS);
    expect(freights(started)).toHaveLength(1);
    const warehouse = started.store.get(kargoResources.warehouses, {
      namespace: PROJECT,
      name: PROJECT,
    });
    expect(warehouseSchema.safeParse(warehouse).success).toBe(true);
    expect(warehouse?.status).toMatchObject({
      conditions: [
        { type: 'Ready', status: 'False', reason: 'DiscoveryFailure' },
        {
          type: 'Healthy',
          status: 'False',
          reason: 'DiscoveryFailed',
          message: 'Unable to discover artifacts: unexpected status code 401',
        },
      ],
    });
  });

  it('does nothing in a shard whose controller is silent', () => {
    const silent: KubernetesObject = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: 'kargo-controller-asia',
        namespace: 'kargo',
        labels: { 'kargo.akuity.io/controller': 'asia' },
        annotations: { 'demo.fairway.dev/silent': 'true' },
      },
      spec: { renewTime: new Date(START.getTime() - 1000).toISOString() },
    };
    const namespace: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'kargo' },
    };
    const objects = shopProject({ auto: true }).map(
      (object: KubernetesObject) =>
        object.kind === 'Stage' && object.metadata.name === 'uat'
          ? { ...object, spec: { ...Object(object.spec), shard: 'asia' } }
          : object,
    );
    started = startCluster({ objects: [namespace, silent, ...objects] });
    started.clock.advance(60_000);
    expect(promotionsTo(started, 'test')).toHaveLength(1);
    expect(promotionsTo(started, 'uat')).toEqual([]);
    expect(readStage(started, 'uat').status.conditions).toBeUndefined();
  });
});

describe('verification', () => {
  let started: Started;

  afterEach(() => started.cluster.stop());

  const runs = () => started.store.list(ANALYSIS_RUN, { namespace: PROJECT });

  it('measures with Argo Rollouts where that is installed', () => {
    started = startCluster({
      objects: shopProject({ auto: true }),
      resources: [ANALYSIS_RUN],
    });
    started.clock.advance(20_000);
    const [verification] = readStage(started, 'test').status.freightHistory[0]
      .verificationHistory;
    expect(verification.analysisRun).toMatchObject({
      namespace: PROJECT,
      phase: 'Successful',
    });
    const run = started.store.get(ANALYSIS_RUN, {
      namespace: PROJECT,
      name: verification.analysisRun?.name ?? '',
    });
    expect(run?.metadata.labels).toMatchObject({
      'kargo.akuity.io/stage': 'test',
    });
    expect(run?.status).toMatchObject({
      phase: 'Successful',
      metricResults: [
        { name: 'error-rate', phase: 'Successful', successful: 5 },
        { name: 'p95-latency', phase: 'Successful', successful: 5 },
      ],
    });
  });

  it('has no runs without it', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(20_000);
    const [verification] = readStage(started, 'test').status.freightHistory[0]
      .verificationHistory;
    expect(verification).toMatchObject({ phase: 'Successful' });
    expect(verification.analysisRun).toBeUndefined();
  });

  it('that fails keeps freight from going further', () => {
    started = startCluster({
      objects: annotated('Stage', 'test', {
        'demo.fairway.dev/verification': 'failed',
      }),
      resources: [ANALYSIS_RUN],
    });
    started.clock.advance(SECOND_FREIGHT_MS);
    const [first, second] = freights(started);
    expect(first.status.verifiedIn).toHaveProperty('test');
    expect(second.status.currentlyIn).toHaveProperty('test');
    expect(second.status.verifiedIn).toEqual({});
    const stage = readStage(started, 'test');
    const [failed] = stage.status.freightHistory[0].verificationHistory;
    expect(failed).toMatchObject({
      phase: 'Failed',
      message:
        'Metric "error-rate" assessed Failed due to failed (5) > failureLimit (0)',
    });
    expect(promotionsTo(started, 'uat')).toHaveLength(1);
    expect(stage.status.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Verified',
        status: 'False',
        reason: 'VerificationFailed',
        message: failed.message,
      }),
    );
    expect(
      runs()
        .map(run => Object(run.status).phase)
        .filter(p => p === 'Failed'),
    ).toHaveLength(1);
  });

  it('is done again once for each request', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(20_000);
    const history = () =>
      readStage(started, 'test').status.freightHistory[0].verificationHistory;
    const [{ id }] = history();
    annotate(started, kargoResources.stages, 'test', {
      'kargo.akuity.io/reverify': id,
    });
    started.clock.advance(20_000);
    expect(history().map(({ phase }) => phase)).toEqual([
      'Successful',
      'Successful',
    ]);
    expect(history()[1].id).toBe(id);
  });
});

describe('control flow', () => {
  it('passes on what all stages before have verified', () => {
    const gate: KubernetesObject = {
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Stage',
      metadata: { name: 'gate', namespace: PROJECT },
      spec: {
        requestedFreight: [
          {
            origin: { kind: 'Warehouse', name: PROJECT },
            sources: { stages: ['test', 'uat'], availabilityStrategy: 'All' },
          },
        ],
      },
    };
    const started = startCluster({
      objects: [...shopProject({ auto: true }), gate],
    });
    const passed = () => freights(started)[0]?.status.verifiedIn;
    while (!passed()?.test) started.clock.advance(500);
    expect(passed()).not.toHaveProperty('gate');
    while (!passed()?.uat) started.clock.advance(500);
    started.clock.advance(500);
    expect(passed()).toHaveProperty('gate');
    expect(freights(started)[0].status.currentlyIn).not.toHaveProperty('gate');
    started.cluster.stop();
  });
});

describe('what people do', () => {
  let started: Started;

  beforeEach(() => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(SECOND_FREIGHT_MS);
  });

  afterEach(() => started.cluster.stop());

  it('holds auto-promotion by promoting something older, until they promote the newest', () => {
    const [older, newest] = freights(started).map(f => f.metadata.name);
    const back = promote(started, 'test', older);
    expect(back.metadata.annotations).toMatchObject({
      'kargo.akuity.io/auto-promotion-hold': ORIGIN,
      'kargo.akuity.io/create-actor': 'kubernetes:jane',
    });
    started.clock.advance(20_000);
    expect(readStage(started, 'test').status).toMatchObject({
      freightSummary: older,
      effectiveAutoPromotionHolds: {
        [ORIGIN]: {
          actor: 'kubernetes:jane',
          freightName: older,
          promotionName: back.metadata.name,
        },
      },
    });
    started.clock.advance(SECOND_FREIGHT_MS);
    expect(freights(started).length).toBeGreaterThan(2);
    expect(readStage(started, 'test').status.freightSummary).toBe(older);

    const latest = freights(started).slice(-1)[0].metadata.name;
    expect(latest).not.toBe(newest);
    const forward = promote(started, 'test', latest);
    expect(forward.metadata.annotations).toMatchObject({
      'kargo.akuity.io/auto-promotion-resume': ORIGIN,
    });
  });

  it('cannot give the intent themselves, nor change it', () => {
    const [older] = freights(started).map(f => f.metadata.name);
    const { name } = promote(started, 'test', older).metadata;
    annotate(started, kargoResources.promotions, name, {
      'kargo.akuity.io/auto-promotion-hold': 'Warehouse/other',
      'kargo.akuity.io/create-actor': 'admin',
    });
    expect(
      started.store.get(kargoResources.promotions, { namespace: PROJECT, name })
        ?.metadata.annotations,
    ).toMatchObject({
      'kargo.akuity.io/auto-promotion-hold': ORIGIN,
      'kargo.akuity.io/create-actor': 'kubernetes:jane',
    });
  });

  it('is written down when they abort, and refreshes are answered', () => {
    const [older] = freights(started).map(f => f.metadata.name);
    const { name } = promote(started, 'test', older).metadata;
    annotate(started, kargoResources.promotions, name, {
      'kargo.akuity.io/refresh': '2026-11-21T12:30:00Z',
    });
    started.clock.advance(500);
    const promotion = () =>
      promotionsTo(started, 'test').find(p => p.metadata.name === name)?.status;
    expect(promotion()).toMatchObject({
      phase: 'Running',
      lastHandledRefresh: '2026-11-21T12:30:00Z',
    });
    annotate(started, kargoResources.promotions, name, {
      'kargo.akuity.io/abort': 'terminate',
    });
    started.clock.advance(500);
    expect(promotion()).toMatchObject({
      phase: 'Aborted',
      message: 'Promotion terminated by kubernetes:jane',
    });
  });
});
