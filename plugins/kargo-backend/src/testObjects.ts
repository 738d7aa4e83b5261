import type { JsonObject } from '@backstage/types';
import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { readPromotion } from '@fairway/plugin-kargo-common';

const apiVersion = 'kargo.akuity.io/v1alpha1';
const images = [{ repoURL: 'registry.example.com/orders', tag: '1.8.3' }];
const FREIGHT = '76415fe6dee945e1a061f17859aebe96efc36716';

const metadata = (name: string, namespace = 'orders') => ({
  name,
  namespace,
  uid: `uid-${namespace}-${name}`,
  creationTimestamp: '2026-11-21T10:00:00Z',
});

/** A stage that has the freight below. */
export function stage(name: string, upstream: string[] = []): KubernetesObject {
  return {
    apiVersion,
    kind: 'Stage',
    metadata: metadata(name),
    spec: {
      requestedFreight: [
        {
          origin: { kind: 'Warehouse', name: 'orders' },
          sources:
            upstream.length > 0 ? { stages: upstream } : { direct: true },
        },
      ],
      promotionTemplate: { spec: { steps: [{ uses: 'git-clone' }] } },
    },
    status: {
      conditions: [{ type: 'Ready', status: 'True', reason: 'Verified' }],
      health: { status: 'Healthy' },
      freightHistory: [
        { items: { 'Warehouse/orders': { name: FREIGHT, images } } },
      ],
    },
  };
}

/** Freight that was found later and is in no stage. */
export const newFreight: KubernetesObject = {
  apiVersion,
  kind: 'Freight',
  metadata: {
    ...metadata('2bda0699faa9a77a726b7ba64dff5cb00ca9b433'),
    creationTimestamp: '2026-11-21T11:00:00Z',
  },
  alias: 'rusty-heron',
  origin: { kind: 'Warehouse', name: 'orders' },
  images: [{ ...images[0], tag: '1.8.4' }],
};

/** Freight that is in test and prod. */
export const freight: KubernetesObject = {
  apiVersion,
  kind: 'Freight',
  metadata: metadata(FREIGHT),
  alias: 'gilded-otter',
  origin: { kind: 'Warehouse', name: 'orders' },
  images,
  status: {
    currentlyIn: {
      test: { since: '2026-11-21T10:05:00Z' },
      prod: { since: '2026-11-21T10:30:00Z' },
    },
  },
};

/** A promotion of that freight. */
export function promotion(
  name: string,
  stageName: string,
  status: JsonObject = {
    phase: 'Succeeded',
    finishedAt: '2026-11-21T10:30:00Z',
  },
): KubernetesObject {
  return {
    apiVersion,
    kind: 'Promotion',
    metadata: metadata(name),
    spec: {
      stage: stageName,
      freight: FREIGHT,
      steps: [
        {
          uses: 'git-clone',
          config: { repoURL: 'https://secret@example.com' },
        },
      ],
    },
    status,
  };
}

/** The row of a promotion, as a control plane gives it for the printer columns. */
export function promotionRow(object: KubernetesObject): JsonObject {
  const read = readPromotion(object);
  return {
    metadata: { ...object.metadata },
    cells: {
      Name: read.name,
      Shard: read.shard ?? null,
      Stage: read.stage,
      Freight: read.freight ?? null,
      Phase: read.phase,
    },
  };
}

/** A warehouse that cannot look at its registry. */
export const warehouse: KubernetesObject = {
  apiVersion,
  kind: 'Warehouse',
  metadata: metadata('orders'),
  spec: { subscriptions: [{ image: { repoURL: images[0].repoURL } }] },
  status: {
    discoveredArtifacts: { discoveredAt: '2026-11-21T09:00:00Z' },
    conditions: [
      {
        type: 'Healthy',
        status: 'False',
        reason: 'DiscoveryFailed',
        message: 'Unable to discover artifacts: 401',
      },
    ],
  },
};

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
});

/** What the catalog knows. */
export const entities = [
  component('orders', {
    'kargo/project': 'orders',
    'kargo/risk-class': 'application',
  }),
  component('nowhere', { 'kargo/project': 'nowhere' }),
  component('elsewhere', {
    'kargo/project': 'orders',
    'kargo/instance': 'moon',
  }),
  component('malformed', { 'kargo/project': '../orders' }),
  component('plain', {}),
];

/** A service that shares its Kargo project with others. */
export const sharedProjectEntity = component('search', {
  'kargo/project': 'orders',
  'kargo/warehouse': 'search',
});
