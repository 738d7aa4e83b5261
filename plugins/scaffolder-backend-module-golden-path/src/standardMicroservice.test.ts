import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import giteaModule from '@backstage/plugin-scaffolder-backend-module-gitea';
import {
  platformFactSchema,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import { platformFactsServiceMock } from '@fairway/plugin-platform-scorecard-node/testUtils';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { parse } from 'yaml';
import { clusterConfig } from './__testUtils__/clusterResources';
import { FileCatalog } from './__testUtils__/FileCatalog';
import { GiteaServer } from './__testUtils__/GiteaServer';
import { KargoControlPlane } from './__testUtils__/KargoControlPlane';
import goldenPathModule from './index';

const TEMPLATE_FILE = path.resolve(
  __dirname,
  '../../../examples/templates/standard-microservice/template.yaml',
);

function readTemplate(): Entity {
  const template: Entity = parse(readFileSync(TEMPLATE_FILE, 'utf8'));
  const location = `file:${TEMPLATE_FILE}`;
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: {
        ...template.metadata.annotations,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
  };
}

// Real git starts a process for every request.
jest.setTimeout(60_000);

describe('the golden path standard-microservice', () => {
  const repositories = createMockDirectory();
  const cleanups: Array<() => Promise<unknown>> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    repositories.clear();
  });

  async function setUp(
    options: {
      /** What the policy answers for `scaffolder.action.execute`. */
      readonly actions?: PolicyDecision;
    } = {},
  ) {
    const actions = options.actions ?? { result: AuthorizeResult.ALLOW };
    const gitea = await GiteaServer.start({ directory: repositories.path });
    cleanups.push(() => gitea.stop());
    const plane = await KargoControlPlane.start();
    cleanups.push(plane.stop);
    const data = { ...gitea.config(), ...clusterConfig(plane.url) };
    const reader = UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: new ConfigReader(data),
    });
    const catalog = new FileCatalog({ reader, template: readTemplate() });
    const published: PlatformFact[] = [];
    const facts = platformFactsServiceMock({
      publish: more => published.push(...more),
    });
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        giteaModule,
        goldenPathModule,
        catalog.factory,
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async requests =>
            requests.map(({ permission }) =>
              permission.name === 'scaffolder.action.execute'
                ? actions
                : { result: AuthorizeResult.ALLOW },
            ),
        }).factory,
        facts.factory,
        mockServices.rootConfig.factory({ data }),
        createServiceFactory({
          service: coreServices.urlReader,
          deps: {},
          factory: () => reader,
        }),
      ],
    });
    cleanups.push(() => backend.stop());

    const create = async (
      answers: { name?: string; controlPlane?: string } = {},
    ) => {
      const { name = 'orders', controlPlane = 'platform' } = answers;
      const answer = await request(backend.server)
        .post('/api/scaffolder/v2/tasks')
        .send({
          templateRef: 'template:default/standard-microservice',
          values: {
            name,
            description: 'Takes orders: "as they come"',
            owner: 'group:default/payments',
            riskClass: 'application',
            controlPlane,
            repoUrl: `${gitea.host}?owner=demo&repo=${name}`,
          },
        });
      expect(answer.body).toEqual({ id: expect.any(String) });
      const task = `/api/scaffolder/v2/tasks/${answer.body.id}`;
      for (;;) {
        const { body } = await request(backend.server).get(task);
        if (!['open', 'processing'].includes(body.status)) {
          const events = await request(backend.server).get(`${task}/events`);
          const log = events.body
            .map((event: { body: { message: string } }) => event.body.message)
            .join('\n');
          return { status: body.status, log };
        }
        await delay(50);
      }
    };
    return { gitea, plane, catalog, published, create };
  }

  it('fails half way, says what exists, and is completed by a second run', async () => {
    const { gitea, plane, catalog, published, create } = await setUp();
    plane.emulator.failNext({ status: 403, pathIncludes: '/stages/uat' });

    const first = await create();
    expect(first.log).toContain('Could not apply Stage/uat on platform');
    expect(first.status).toBe('failed');
    expect(first.log).toContain(
      `Created before the failure:
  - Repository: http://${gitea.host}/demo/orders.git
  - Kargo on platform: Project/orders
  - Kargo on platform: ProjectConfig/orders
  - Kargo on platform: Warehouse/orders
  - Kargo on platform: Stage/test
`,
    );
    expect(catalog.registered.size).toBe(0);
    expect(published).toEqual([]);
    const commit = await gitea.git('demo/orders', ['rev-parse', 'main']);

    const second = await create();
    expect(second.log).toContain('Adopting demo/orders');
    expect(second.log).toContain('Adopting the Kargo project orders');
    expect(second.status).toBe('completed');
    expect(await gitea.git('demo/orders', ['rev-parse', 'main'])).toBe(commit);
    expect([...plane.objects().keys()].sort()).toEqual([
      'Project/orders',
      'ProjectConfig/orders',
      'Stage/prod',
      'Stage/test',
      'Stage/uat',
      'Warehouse/orders',
    ]);
    expect([...catalog.registered.values()]).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orders',
          description: 'Takes orders: "as they come"',
          annotations: {
            'backstage.io/source-template':
              'template:default/standard-microservice',
            'backstage.io/kubernetes-id': 'orders',
            'golden-path/name': 'template:default/standard-microservice',
            'golden-path/version': '1.0.0',
            'kargo/project': 'orders',
            'kargo/instance': 'platform',
            'kargo/risk-class': 'application',
          },
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/payments',
        },
      },
    ]);
    expect(published.map(fact => platformFactSchema.parse(fact).type)).toEqual([
      'dev.fairway.service.created',
    ]);
  });

  it('obeys a policy about the control planes that a user may create in', async () => {
    const resourceType = 'scaffolder-action';
    const { plane, catalog, create } = await setUp({
      // The example of the README.
      actions: {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'scaffolder',
        resourceType,
        conditions: {
          anyOf: [
            {
              not: {
                rule: 'HAS_ACTION_ID',
                resourceType,
                params: { actionId: 'golden-path:kargo:project' },
              },
            },
            {
              rule: 'HAS_STRING_PROPERTY',
              resourceType,
              params: { key: 'controlPlane', value: 'platform' },
            },
          ],
        },
      },
    });
    expect((await create()).status).toBe('completed');

    const denied = await create({
      name: 'invoices',
      controlPlane: 'regulated',
    });
    expect(denied.log).toContain(
      'Unauthorized action: golden-path:kargo:project',
    );
    expect(denied.status).toBe('failed');
    expect(plane.project('invoices')).toBeUndefined();
    expect(
      [...catalog.registered.values()].map(({ metadata }) => metadata.name),
    ).toEqual(['orders']);
  });
});
