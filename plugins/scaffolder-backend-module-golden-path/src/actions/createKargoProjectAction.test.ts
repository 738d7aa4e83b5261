import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startClusterResources } from '../__testUtils__/clusterResources';
import { KargoControlPlane } from '../__testUtils__/KargoControlPlane';
import { EffectLedger } from '../domain/EffectLedger';
import { createKargoProjectAction } from './createKargoProjectAction';

const EVERYTHING = [
  'Project/orders',
  'ProjectConfig/orders',
  'Warehouse/orders',
  'Stage/test',
  'Stage/uat',
  'Stage/prod',
];

const input = {
  controlPlane: 'platform',
  project: 'orders',
  entityRef: 'component:default/orders',
  imageRepository: 'registry.example.com/demo/orders',
  gitRepository: 'https://forge.example.com/demo/orders.git',
};

describe('golden-path:kargo:project', () => {
  const workspace = createMockDirectory();
  const cleanups: Array<() => Promise<unknown>> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    workspace.clear();
  });

  async function setUp(
    options: Parameters<(typeof KargoControlPlane)['start']>[0] = {},
  ) {
    const plane = await KargoControlPlane.start(options);
    cleanups.push(plane.stop);
    const { clusterResources, stop } = await startClusterResources(plane.url);
    cleanups.push(stop);
    const auditor = mockServices.auditor.mock();
    const success = jest.fn();
    const fail = jest.fn();
    auditor.createEvent.mockResolvedValue({ success, fail });
    const action = createKargoProjectAction({
      clusterResources,
      auditor,
      readyTimeoutMs: 600,
    });
    const run = async (
      overrides: Partial<typeof input> = {},
      signal?: AbortSignal,
    ) => {
      const output = jest.fn();
      await action.handler({
        ...createMockActionContext({
          input: { ...input, ...overrides },
          workspacePath: workspace.path,
          user: { ref: 'user:default/ada' },
          templateInfo: { entityRef: 'template:default/standard-microservice' },
        }),
        output,
        signal,
      });
      return Object.fromEntries(output.mock.calls);
    };
    return { plane, run, auditor, success, fail };
  }

  it('makes the project, waits for its namespace and fills it', async () => {
    const { plane, run, auditor, success, fail } = await setUp();
    expect(await run()).toEqual({ project: 'orders', created: EVERYTHING });
    expect([...plane.objects().keys()].sort()).toEqual([...EVERYTHING].sort());
    expect(plane.project('orders')?.metadata.annotations).toEqual({
      'golden-path/component': 'component:default/orders',
    });

    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'kargo-project-apply',
      severityLevel: 'medium',
      meta: {
        controlPlane: 'platform',
        project: 'orders',
        riskClass: 'application',
        onBehalfOf: 'user:default/ada',
        reason:
          'scaffolder task mock-task-id of template:default/standard-microservice',
      },
    });
    expect(success).toHaveBeenCalledWith({ meta: { created: EVERYTHING } });
    expect(fail).not.toHaveBeenCalled();
  });

  it('changes nothing in a second run', async () => {
    const { plane, run } = await setUp();
    await run();
    const before = plane.objects();
    expect(await run()).toEqual({ project: 'orders', created: EVERYTHING });
    expect(plane.objects()).toEqual(before);
  });

  it('goes on where an earlier run ended', async () => {
    const { plane, run, fail } = await setUp();
    plane.emulator.failNext({ status: 403, pathIncludes: '/stages/uat' });
    await expect(run()).rejects.toThrow(/Could not apply Stage\/uat/);
    const before = [
      'Project/orders',
      'ProjectConfig/orders',
      'Warehouse/orders',
      'Stage/test',
    ];
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
      meta: { created: before },
    });
    // The scaffolder drops the outputs of a failed step, so this is how the effects are known.
    expect(
      await EffectLedger.of({ workspacePath: workspace.path }).read(),
    ).toEqual(before.map(name => `Kargo on platform: ${name}`));

    expect(await run()).toEqual({ project: 'orders', created: EVERYTHING });
    expect(plane.objects().size).toBe(6);
  });

  it.each([
    ['component:default/payments', 'belongs to component:default/payments'],
    [undefined, 'belongs to no golden path'],
  ])('refuses the project of %s', async (component, message) => {
    const { plane, run } = await setUp();
    plane.addProject(
      'orders',
      component ? { 'golden-path/component': component } : undefined,
    );
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(message),
    });
    expect([...plane.objects().keys()]).toEqual(['Project/orders']);
  });

  it('does not take back what a person has changed', async () => {
    const { plane, run } = await setUp();
    await run();
    plane.editStage({
      namespace: 'orders',
      name: 'prod',
      spec: { requestedFreight: [] },
    });
    const edited = plane.objects();
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/Stage\/prod.*kubectl-edit/),
    });
    expect(plane.objects()).toEqual(edited);
  });

  it('gives a name to one of two components that want it at once', async () => {
    const { plane, run } = await setUp();
    const results = await Promise.allSettled([
      run(),
      run({ entityRef: 'component:default/payments' }),
    ]);
    const refusals = results.flatMap(result =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refusals).toEqual([
      expect.objectContaining({ name: 'ConflictError' }),
    ]);
    const winner = results[0].status === 'fulfilled' ? 'orders' : 'payments';
    expect(plane.project('orders')?.metadata.annotations).toEqual({
      'golden-path/component': `component:default/${winner}`,
    });
  });

  it('says which right the portal lacks', async () => {
    const { run, fail } = await setUp({
      rules: [
        {
          apiGroups: ['kargo.akuity.io'],
          resources: ['projects'],
          verbs: ['get'],
        },
      ],
    });
    const refusal = {
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /Could not apply Project\/orders on platform.*cluster credential of the portal/,
      ),
    };
    await expect(run()).rejects.toMatchObject(refusal);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining(refusal),
      meta: { created: [] },
    });
  });

  it('says that Kargo is not installed', async () => {
    const { run } = await setUp({ kargoInstalled: false });
    await expect(run()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('Is Kargo installed in this cluster?'),
    });
  });

  it('says that the cluster cannot be reached', async () => {
    const { plane, run } = await setUp();
    plane.emulator.setAvailable(false);
    await expect(run()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'Could not read Project/orders on platform',
      ),
    });
  });

  it('refuses a control plane that is not configured', async () => {
    const { run } = await setUp();
    await expect(run({ controlPlane: 'elsewhere' })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('asks whether the controller runs when it does not take the project', async () => {
    const { plane, run } = await setUp({ controller: false });
    await expect(run()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /is not ready after 0.6 s: the Kargo controller has not reported/,
      ),
    });
    expect([...plane.objects().keys()]).toEqual(['Project/orders']);
  });

  it('passes on why the controller refuses the project', async () => {
    const { plane, run } = await setUp({ controller: false });
    plane.addProject('orders', {
      'golden-path/component': 'component:default/orders',
    });
    plane.setReady('orders', 'False', 'The namespace belongs to another team.');
    await expect(run()).rejects.toThrow(
      'The namespace belongs to another team.',
    );
  });

  it('ends its wait when the task is cancelled', async () => {
    const { plane, run } = await setUp({ controller: false });
    const abort = new AbortController();
    const running = run({}, abort.signal);
    running.catch(() => {});
    while (!plane.project('orders')) {
      await new Promise(resolve => setImmediate(resolve));
    }
    abort.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect([...plane.objects().keys()]).toEqual(['Project/orders']);
  });

  it('does nothing for a task that was cancelled before', async () => {
    const { plane, run } = await setUp();
    await expect(run({}, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(plane.objects().size).toBe(0);
  });
});
