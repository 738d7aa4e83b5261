import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoPlatform } from '@fairway/demo-platform';

export const SHOP = 'shop';
export const CONTROL_PLANE = 'demo';
const apiVersion = 'kargo.akuity.io/v1alpha1';
const kargo = { apiGroups: ['kargo.akuity.io'] };

/** Anna may do everything in Kargo, Ben may only look; the portal reads, and acts as them. */
const cluster = {
  controllers: ['kargo'],
  users: [
    {
      token: 'portal-token',
      name: 'portal',
      rules: [
        { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] },
      ],
    },
    {
      token: 'anna-token',
      name: 'anna',
      rules: [{ ...kargo, resources: ['*'], verbs: ['*'] }],
    },
    {
      token: 'ben-token',
      name: 'ben',
      rules: [{ ...kargo, resources: ['*'], verbs: ['get', 'list'] }],
    },
  ],
};

function stage(name: string, upstream?: string) {
  return {
    apiVersion,
    kind: 'Stage',
    metadata: {
      name,
      namespace: SHOP,
      ...(name === 'prod-us' && {
        labels: { 'kargo.fairway.dev/risk-class': 'infrastructure' },
      }),
    },
    spec: {
      requestedFreight: [
        {
          origin: { kind: 'Warehouse', name: SHOP },
          sources: upstream ? { stages: [upstream] } : { direct: true },
        },
      ],
      promotionTemplate: { spec: { steps: [{ uses: 'git-clone' }] } },
      ...(name === 'test' && {
        verification: { analysisTemplates: [{ name: 'smoke-test' }] },
      }),
    },
  };
}

function freight(name: string, tag: string, discoveredAt: string) {
  return {
    apiVersion,
    kind: 'Freight',
    metadata: { name, namespace: SHOP },
    origin: { kind: 'Warehouse', name: SHOP },
    images: [{ repoURL: 'registry.example.com/shop', tag }],
    discoveredAt,
  };
}

/** The project, in which nothing is promoted by itself but to the stage `held`, and `prod-us` is promoted elsewhere. */
const objects = [
  { apiVersion, kind: 'Project', metadata: { name: SHOP } },
  {
    apiVersion,
    kind: 'ProjectConfig',
    metadata: { name: SHOP, namespace: SHOP },
    spec: {
      promotionPolicies: [
        { stageSelector: { name: 'held' }, autoPromotionEnabled: true },
      ],
    },
  },
  {
    apiVersion,
    kind: 'Warehouse',
    metadata: { name: SHOP, namespace: SHOP },
    spec: {
      freightCreationPolicy: 'Manual',
      subscriptions: [{ image: { repoURL: 'registry.example.com/shop' } }],
    },
  },
  freight('1111111aaaa', '1.8.3', '2026-11-21T10:00:00Z'),
  freight('2222222bbbb', '1.8.4', '2026-11-21T11:00:00Z'),
  stage('test'),
  stage('held'),
  stage('prod-eu', 'test'),
  stage('prod-us', 'test'),
];

/** A Kargo control plane over real HTTP: the Kubernetes API, and Kargo's own API. */
export async function startShopControlPlane(options: {
  /** How much faster work goes than in the demo. */
  readonly speed: number;
}) {
  const clustersDir = await mkdtemp(join(tmpdir(), 'shop-'));
  const folder = join(clustersDir, CONTROL_PLANE);
  await mkdir(folder);
  // JSON is YAML.
  await writeFile(join(folder, 'cluster.yaml'), JSON.stringify(cluster));
  await writeFile(
    join(folder, 'shop.yaml'),
    objects.map(object => JSON.stringify(object)).join('\n---\n'),
  );
  const platform = await startDemoPlatform({
    port: 0,
    seed: 'test',
    clustersDir,
    speed: options.speed,
  });
  const found = platform.clusters.get(CONTROL_PLANE);
  if (!found) throw new Error('there is no cluster');
  const { store } = found.emulator;
  return {
    store,
    kubernetesUrl: `${platform.url}/clusters/${CONTROL_PLANE}`,
    kargoUrl: `${platform.url}/kargo/${CONTROL_PLANE}`,
    close: async () => {
      await platform.close();
      await rm(clustersDir, { recursive: true });
    },
  };
}
