import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { DemoClock } from '../clock/DemoClock';
import { ManualClock } from '../clock/ManualClock';
import type { ClusterDefinition } from '../clusters/ClusterDefinition';
import { DemoCluster } from '../clusters/DemoCluster';

export const START = new Date('2026-11-21T12:00:00Z');
export const PROJECT = 'shop';

const apiVersion = 'kargo.akuity.io/v1alpha1';
const STEPS = [
  { uses: 'git-clone', as: 'clone' },
  { uses: 'git-commit', as: 'commit' },
  { uses: 'git-push', as: 'push' },
];

function stage(
  name: string,
  sources: { direct?: boolean; stages?: string[]; requiredSoakTime?: string },
): KubernetesObject {
  return {
    apiVersion,
    kind: 'Stage',
    metadata: { name, namespace: PROJECT },
    spec: {
      requestedFreight: [
        { origin: { kind: 'Warehouse', name: PROJECT }, sources },
      ],
      promotionTemplate: { spec: { steps: STEPS } },
      verification: { analysisTemplates: [{ name: 'smoke-test' }] },
    },
  };
}

/** What the golden path applies: test, uat, prod, with a short soak before production. */
export function shopProject(options: { readonly auto: boolean }) {
  return [
    { apiVersion, kind: 'Project', metadata: { name: PROJECT } },
    {
      apiVersion,
      kind: 'ProjectConfig',
      metadata: { name: PROJECT, namespace: PROJECT },
      spec: {
        promotionPolicies: [
          {
            stageSelector: { name: 'glob:*' },
            autoPromotionEnabled: options.auto,
          },
        ],
      },
    },
    {
      apiVersion,
      kind: 'Warehouse',
      metadata: { name: PROJECT, namespace: PROJECT },
      spec: {
        subscriptions: [{ image: { repoURL: 'registry.example.com/shop' } }],
      },
    },
    stage('test', { direct: true }),
    stage('uat', { stages: ['test'] }),
    stage('prod', { stages: ['uat'], requiredSoakTime: '10s' }),
  ];
}

/** A cluster whose time stands still until the test moves it. */
export function startCluster(
  definition: Partial<ClusterDefinition>,
  seed = 'test',
) {
  const clock = new ManualClock(START);
  const cluster = DemoCluster.create({
    definition: {
      name: 'demo',
      controllers: ['kargo'],
      resources: [],
      users: [],
      objects: [],
      ...definition,
    },
    clock: new DemoClock({ base: clock, speed: 1 }),
    seed,
    latestCommit: () => undefined,
  });
  cluster.start();
  return { cluster, clock, store: cluster.emulator.store };
}
