import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  platformFactSchema,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import { platformFactsServiceMock } from '@fairway/plugin-platform-scorecard-node/testUtils';
import { EffectLedger } from '../domain/EffectLedger';
import { createRegisterAction } from './createRegisterAction';

const CONTENTS = 'https://forge.example.com/demo/orders/src/branch/main/';
const TARGET = `${CONTENTS}catalog-info.yaml`;

const rendered: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'golden-path/name': 'template:default/standard-microservice',
      'golden-path/version': '1.0.0',
    },
  },
};

function processed(origin: string): Entity {
  return {
    ...rendered,
    metadata: {
      ...rendered.metadata,
      namespace: 'default',
      annotations: {
        ...rendered.metadata.annotations,
        'backstage.io/managed-by-origin-location': `url:${origin}`,
      },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

describe('golden-path:register', () => {
  const workspace = createMockDirectory();
  beforeEach(() => workspace.clear());

  function setUp(
    options: {
      readonly exists?: boolean;
      readonly file?: readonly Entity[];
      /** What the catalog answers, one read after the other; the last one from then on. */
      readonly reads?: ReadonlyArray<Entity | undefined>;
    } = {},
  ) {
    const { exists = false, file = [rendered], reads } = options;
    const catalog = catalogServiceMock.mock();
    catalog.addLocation.mockImplementation(async ({ dryRun }) => ({
      exists: dryRun ? exists : undefined,
      location: {
        id: '1',
        type: 'url',
        target: TARGET,
        entityRef: 'location:default/generated',
      },
      entities: dryRun ? [...file] : [],
    }));
    const queue = [...(reads ?? [undefined, processed(TARGET)])];
    catalog.getEntityByRef.mockImplementation(async () =>
      queue.length > 1 ? queue.shift() : queue[0],
    );
    const published: PlatformFact[] = [];
    const facts = platformFactsServiceMock({
      publish: more => published.push(...more),
    });
    const action = createRegisterAction({
      catalog,
      facts,
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { gitea: [{ host: 'forge.example.com' }] },
        }),
      ),
      catalogTimeoutMs: 600,
    });
    const run = async (signal?: AbortSignal) => {
      const output = jest.fn();
      await action.handler({
        ...createMockActionContext({
          input: { repoContentsUrl: CONTENTS },
          workspacePath: workspace.path,
        }),
        output,
        signal,
      });
      return Object.fromEntries(output.mock.calls);
    };
    const registered = () =>
      catalog.addLocation.mock.calls.filter(([request]) => !request.dryRun);
    return { run, catalog, registered, published };
  }

  it('registers a new component as the user and reports it', async () => {
    const { run, registered, published } = setUp();
    expect(await run()).toEqual({
      entityRef: 'component:default/orders',
      catalogInfoUrl: TARGET,
    });
    expect(registered()).toEqual([
      [
        { type: 'url', target: TARGET },
        { credentials: mockCredentials.user() },
      ],
    ]);
    const [fact] = published;
    expect(published).toHaveLength(1);
    expect(platformFactSchema.parse(fact)).toEqual({
      specversion: '1.0',
      id: 'component:default/orders:created',
      source: 'golden-path',
      type: 'dev.fairway.service.created',
      time: expect.any(String),
      subject: 'component:default/orders',
      team: 'group:default/payments',
      data: {
        path: 'template:default/standard-microservice',
        pathVersion: '1.0.0',
      },
    });
    expect(
      await EffectLedger.of({ workspacePath: workspace.path }).read(),
    ).toEqual(['Component: component:default/orders']);
  });

  it('adopts what is registered, and reports the same fact again', async () => {
    const first = setUp();
    await first.run();
    const second = setUp({ exists: true, reads: [processed(TARGET)] });
    expect(await second.run()).toEqual({
      entityRef: 'component:default/orders',
      catalogInfoUrl: TARGET,
    });
    expect(second.registered()).toEqual([]);
    expect(second.published.map(({ source, id }) => ({ source, id }))).toEqual(
      first.published.map(({ source, id }) => ({ source, id })),
    );
  });

  it('refuses a file without a component', async () => {
    const { run, registered, published } = setUp({
      file: [{ ...rendered, kind: 'API' }],
    });
    await expect(run()).rejects.toMatchObject({
      name: 'InputError',
      message: `${TARGET} contains no Component`,
    });
    expect(registered()).toEqual([]);
    expect(published).toEqual([]);
  });

  it('does not take the component of another repository for its own', async () => {
    const { run, registered, published } = setUp({
      reads: [processed('https://forge.example.com/legacy/orders.yaml')],
    });
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'component:default/orders exists in the catalog and comes from url:https://forge.example.com/legacy/orders.yaml. Choose another name.',
    });
    expect(registered()).toEqual([]);
    expect(published).toEqual([]);
  });

  it('says so when the catalog does not catch up', async () => {
    const { run, registered, published } = setUp({ reads: [undefined] });
    await expect(run()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('is registered but the catalog'),
    });
    expect(registered()).toHaveLength(1);
    expect(published).toEqual([]);
  });

  it('ends its wait when the task is cancelled', async () => {
    const { run, catalog, published } = setUp({ reads: [undefined] });
    const abort = new AbortController();
    catalog.getEntityByRef
      .mockResolvedValueOnce(undefined)
      .mockImplementationOnce(async () => {
        abort.abort();
        return undefined;
      });
    await expect(run(abort.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(published).toEqual([]);
  });
});
