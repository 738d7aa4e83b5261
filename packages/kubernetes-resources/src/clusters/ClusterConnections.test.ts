import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { json, ScriptedServer } from '../__testUtils__/ScriptedServer';
import { findPodServiceAccount } from '../transport/ClusterCredential';
import { KubernetesBackend } from '../transport/KubernetesBackend';
import { ClusterConnections } from './ClusterConnections';
import { readConfiguredClusters } from './readConfiguredClusters';

const logger = mockServices.logger.mock();

const readClusters = (
  clusters: JsonObject[],
  pod?: Parameters<typeof readConfiguredClusters>[0]['pod'],
) =>
  readConfiguredClusters({
    config: new ConfigReader({
      kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
    }),
    logger,
    pod,
  });

const entry = (authProvider: string, more: JsonObject = {}): JsonObject => ({
  name: 'one',
  url: 'https://cluster.example.com',
  authProvider,
  ...more,
});

describe('readConfiguredClusters', () => {
  it.each([
    ['serviceAccount', 'proxy'],
    ['aws', 'proxy'],
    ['azure', 'proxy'],
    ['googleServiceAccount', 'proxy'],
    ['oidc', 'none'],
    ['google', 'none'],
    ['aks', 'none'],
    ['pinniped', 'none'],
    ['localKubectlProxy', 'none'],
    ['somethingElse', 'none'],
  ])(
    'reaches a cluster with auth provider %s by: %s',
    (provider, transport) => {
      const [{ cluster, address }] = readClusters([entry(provider)]);
      expect(cluster.access.transport).toBe(transport);
      expect(address).toBeUndefined();
    },
  );

  it('reaches a cluster directly when its token is in the configuration', () => {
    const token = { serviceAccountToken: 'secret' };
    const expected = {
      cluster: {
        name: 'one',
        title: 'One',
        dashboardUrl: 'https://dash.example.com',
        access: { transport: 'direct' },
      },
      address: {
        url: 'https://cluster.example.com',
        credential: { type: 'token', token: 'secret' },
        caData: 'Y2E=',
        caFile: undefined,
        skipTLSVerify: true,
      },
    };
    const more = {
      title: 'One',
      dashboardUrl: 'https://dash.example.com',
      caData: 'Y2E=',
      skipTLSVerify: true,
    };
    expect(
      readClusters([entry('serviceAccount', { ...more, ...token })]),
    ).toEqual([expected]);
    expect(
      readClusters([
        entry('oidc', {
          ...more,
          authMetadata: {
            ...token,
            'kubernetes.io/auth-provider': 'serviceAccount',
          },
        }),
      ]),
    ).toEqual([expected]);
  });

  it('takes a service account without a token for the one of the pod', () => {
    const pod = {
      url: 'https://10.0.0.1:443',
      caFile: '/pod/ca.crt',
      credential: { type: 'token-file', path: '/pod/token' },
    } as const;
    const [{ cluster, address }] = readClusters([entry('serviceAccount')], pod);
    expect(cluster.access).toEqual({ transport: 'direct' });
    expect(address).toEqual({ ...pod, skipTLSVerify: false });
  });

  it('leaves out what it cannot read and keeps the others', () => {
    const read = readClusters([{ name: 'broken' }, entry('aws')]);
    expect(read.map(({ cluster }) => cluster.name)).toEqual(['one']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('knows and refuses the local kubectl proxy', () => {
    const [{ cluster }] = readConfiguredClusters({
      config: new ConfigReader({
        kubernetes: { clusterLocatorMethods: [{ type: 'localKubectlProxy' }] },
      }),
      logger,
      pod: undefined,
    });
    expect(cluster).toMatchObject({
      name: 'local',
      access: {
        transport: 'none',
        reason: expect.stringContaining('would receive the Backstage token'),
      },
    });
  });

  it('reads nothing where nothing is configured', () => {
    const config = new ConfigReader({});
    expect(readConfiguredClusters({ config, logger, pod: undefined })).toEqual(
      [],
    );
  });
});

describe('findPodServiceAccount', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pod-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds the API server and the token of the pod', () => {
    writeFileSync(join(folder, 'ca.crt'), '');
    const env = {
      KUBERNETES_SERVICE_HOST: 'fd00::1',
      KUBERNETES_SERVICE_PORT: '6443',
    };
    expect(findPodServiceAccount({ folder, env })).toEqual({
      url: 'https://[fd00::1]:6443',
      caFile: join(folder, 'ca.crt'),
      credential: { type: 'token-file', path: join(folder, 'token') },
    });
  });

  it('finds nothing outside of a pod', () => {
    const env = { KUBERNETES_SERVICE_HOST: '10.0.0.1' };
    expect(findPodServiceAccount({ folder, env })).toBeUndefined();
    writeFileSync(join(folder, 'ca.crt'), '');
    expect(findPodServiceAccount({ folder, env: {} })).toBeUndefined();
  });
});

describe('ClusterConnections', () => {
  let server: ScriptedServer;
  let connections: ClusterConnections;
  let backend: KubernetesBackend;

  beforeEach(async () => {
    server = await ScriptedServer.start();
    connections = ClusterConnections.fromConfig({
      config: new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog' },
            { type: 'config', clusters: [entry('aws', { title: 'Ours' })] },
          ],
        },
      }),
      logger,
    });
    backend = KubernetesBackend.create({
      auth: mockServices.auth({ pluginId: 'reader' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `${server.url}/api/kubernetes`,
      }),
    });
  });

  afterEach(async () => {
    await connections.close();
    await server.stop();
  });

  it('adds the clusters of the kubernetes plugin to the configured ones', async () => {
    server.on(
      'GET /api/kubernetes/clusters',
      json(200, {
        items: [
          { name: 'one', title: 'Theirs', authProvider: 'aws' },
          { name: 'two', authProvider: 'googleServiceAccount' },
        ],
      }),
    );
    expect(await connections.listClusters(backend)).toEqual([
      expect.objectContaining({ name: 'one', title: 'Ours' }),
      { name: 'two', access: { transport: 'proxy' } },
    ]);
    await connections.listClusters(backend);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0].headers.authorization).toMatch(
      /^Bearer mock-service-token:.*"sub":"plugin:reader".*"target":"kubernetes"/,
    );
  });

  it('knows the configured clusters without the kubernetes plugin', async () => {
    const clusters = await connections.listClusters(backend);
    expect(clusters.map(({ name }) => name)).toEqual(['one']);
    expect(await connections.find('two', backend)).toEqual({
      found: 'unknown',
    });
  });

  it('uses the same connections for the same cluster', async () => {
    const direct = ClusterConnections.fromConfig({
      config: new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [entry('serviceAccount', { serviceAccountToken: 't' })],
            },
          ],
        },
      }),
      logger,
    });
    const first = await direct.find('one', backend);
    expect(await direct.find('one', backend)).toEqual(first);
    await direct.close();
  });
});
