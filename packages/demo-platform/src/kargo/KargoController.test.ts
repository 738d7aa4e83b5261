import { KubernetesApiError } from '@fairway/kubernetes-resources/testUtils';
import {
  PROJECT,
  shopProject,
  START,
  startCluster,
} from '../testing/demoProject';
import { kargoResources } from './kargoResources';
import { freightSchema, promotionSchema, stageSchema } from './kargoSchemas';

type Started = ReturnType<typeof startCluster>;

function freights({ store }: Started) {
  return store
    .list(kargoResources.freights, { namespace: PROJECT })
    .map(object => freightSchema.parse(object));
}

function promotions({ store }: Started, stage: string) {
  return store
    .list(kargoResources.promotions, { namespace: PROJECT })
    .map(object => promotionSchema.parse(object))
    .filter(promotion => promotion.spec.stage === stage)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

function readStage({ store }: Started, name: string) {
  return stageSchema.parse(
    store.get(kargoResources.stages, { namespace: PROJECT, name }),
  );
}

function promote(
  { store }: Started,
  spec: { stage: string; freight: string },
  user?: { name: string; groups: string[] },
) {
  return store.create(
    kargoResources.promotions,
    {
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Promotion',
      metadata: { name: '', generateName: 'promo-', namespace: PROJECT },
      spec,
    },
    { user },
  );
}

describe('KargoController', () => {
  let started: Started;

  afterEach(() => started.cluster.stop());

  it('takes the first freight of a new project to production', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(2500);
    expect(freights(started)).toHaveLength(0);
    started.clock.advance(2500);
    expect(freights(started)).toHaveLength(1);

    started.clock.advance(45_000);
    const [freight] = freights(started);
    expect(Object.keys(freight.status.verifiedIn).sort()).toEqual([
      'prod',
      'test',
      'uat',
    ]);
    const prod = readStage(started, 'prod');
    expect(prod.status.freightSummary).toBe(freight.metadata.name);
    expect(prod.status.health).toEqual({ status: 'Healthy' });
    expect(prod.status.conditions).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'True' }),
    );
    const [promotion] = promotions(started, 'prod');
    expect(promotion.status.phase).toBe('Succeeded');
    expect(promotion.status.stepExecutionMetadata.map(s => s.status)).toEqual([
      'Succeeded',
      'Succeeded',
      'Succeeded',
    ]);
    expect(promotion.metadata.name).toMatch(
      /^prod\.[0-9a-z]{26}\.[0-9a-f]{7}$/,
    );
  });

  it('waits for the soak time before production', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(60_000);
    const uat = promotions(started, 'uat')[0].status.finishedAt ?? '';
    const prod = promotions(started, 'prod')[0].metadata.creationTimestamp;
    const soakedMs = Date.parse(prod) - Date.parse(uat);
    expect(soakedMs).toBeGreaterThanOrEqual(10_000);
    expect(soakedMs).toBeLessThan(12_000);
  });

  it('runs one promotion of a stage at a time', () => {
    started = startCluster({ objects: shopProject({ auto: false }) });
    started.clock.advance(5000);
    const [{ metadata }] = freights(started);
    promote(started, { stage: 'test', freight: metadata.name });
    started.clock.advance(10);
    promote(started, { stage: 'test', freight: metadata.name });
    started.clock.advance(500);
    expect(promotions(started, 'test').map(p => p.status.phase)).toEqual([
      'Running',
      'Pending',
    ]);
    started.clock.advance(20_000);
    expect(promotions(started, 'test').map(p => p.status.phase)).toEqual([
      'Succeeded',
      'Succeeded',
    ]);
  });

  it('lets steps fail from the third freight on, never before', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(60 * 60_000);
    const names = freights(started)
      .sort((a, b) =>
        (a.discoveredAt ?? '') < (b.discoveredAt ?? '') ? -1 : 1,
      )
      .map(freight => freight.metadata.name);
    const all = ['test', 'uat', 'prod'].flatMap(name =>
      promotions(started, name),
    );
    const failed = all.filter(({ status }) => status.phase !== 'Succeeded');
    expect(failed.length).toBeGreaterThan(0);
    for (const { spec, status } of failed) {
      expect(names.indexOf(spec.freight)).toBeGreaterThanOrEqual(2);
      expect(status.message).toContain('step "');
      const last = status.stepExecutionMetadata.slice(-1)[0];
      expect(last.status).toBe(status.phase);
    }
  });

  it('forgets old promotions and freight, as Kargo does', () => {
    started = startCluster({ objects: shopProject({ auto: true }) });
    started.clock.advance(4 * 3_600_000);
    expect(promotions(started, 'test').length).toBeLessThanOrEqual(21);
    expect(freights(started).length).toBeLessThanOrEqual(23);
    expect(freights(started).length).toBeGreaterThanOrEqual(20);
  });

  it('aborts a promotion that is asked to stop', () => {
    started = startCluster({ objects: shopProject({ auto: false }) });
    started.clock.advance(5000);
    const [{ metadata }] = freights(started);
    const promotion = promote(started, {
      stage: 'test',
      freight: metadata.name,
    });
    started.clock.advance(500);
    started.store.patch(
      kargoResources.promotions,
      { namespace: PROJECT, name: promotion.metadata.name },
      { metadata: { annotations: { 'kargo.akuity.io/abort': 'terminate' } } },
    );
    started.clock.advance(500);
    expect(promotions(started, 'test')[0].status.phase).toBe('Aborted');
    expect(readStage(started, 'test').status.freightHistory).toEqual([]);
  });

  it('is the same for the same seed and another one for another', () => {
    const names = ['a', 'a', 'b'].map(seed => {
      started = startCluster({ objects: shopProject({ auto: true }) }, seed);
      started.clock.advance(30_000);
      return promotions(started, 'test').map(p => p.metadata.name);
    });
    expect(names[0]).toEqual(names[1]);
    expect(names[0]).not.toEqual(names[2]);
  });

  it('refuses what Kargo refuses, in its words', () => {
    started = startCluster({ objects: shopProject({ auto: false }) });
    started.clock.advance(5000);
    const freight = freights(started)[0].metadata.name;
    const message = (attempt: () => unknown) => {
      try {
        attempt();
      } catch (error) {
        return error instanceof KubernetesApiError ? error.message : undefined;
      }
      return undefined;
    };
    expect(
      message(() => promote(started, { stage: 'prod', freight })),
    ).toContain('Freight is not available to this Stage');
    expect(
      message(() =>
        promote(
          started,
          { stage: 'test', freight },
          { name: 'joe', groups: ['system:authenticated'] },
        ),
      ),
    ).toContain(
      'subject "joe" is not permitted to create Promotions for Stage "test"',
    );
  });

  it('makes freight available that somebody approved', () => {
    started = startCluster({ objects: shopProject({ auto: false }) });
    started.clock.advance(5000);
    const { name } = freights(started)[0].metadata;
    started.store.patch(
      kargoResources.freights,
      { namespace: PROJECT, name },
      {
        status: { approvedFor: { prod: { approvedAt: START.toISOString() } } },
      },
      { subresource: 'status' },
    );
    expect(() =>
      promote(started, { stage: 'prod', freight: name }),
    ).not.toThrow();
  });

  it('gives a new project its namespace at once', () => {
    started = startCluster({ objects: [] });
    started.store.create(kargoResources.projects, {
      apiVersion: 'kargo.akuity.io/v1alpha1',
      kind: 'Project',
      metadata: { name: 'fresh' },
    });
    expect(
      started.store.get({ group: '', plural: 'namespaces' }, { name: 'fresh' }),
    ).toMatchObject({ kind: 'Namespace', metadata: { name: 'fresh' } });
  });
});
