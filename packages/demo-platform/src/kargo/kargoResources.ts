import type { ResourceDefinition } from '@fairway/kubernetes-resources/testUtils';

export const KARGO_GROUP = 'kargo.akuity.io';

/** A resource as most of them are: namespaced, with a status. */
const kargo = (
  kind: string,
  more?: Partial<ResourceDefinition>,
): ResourceDefinition => ({
  group: KARGO_GROUP,
  version: 'v1alpha1',
  kind,
  plural: `${kind.toLowerCase()}s`,
  namespaced: true,
  status: true,
  ...more,
});

const age = {
  name: 'Age',
  type: 'date',
  value: '.metadata.creationTimestamp',
};
const specShard = { name: 'Shard', type: 'string', value: '.spec.shard' };
const labelShard = {
  ...specShard,
  value: '.metadata.labels.kargo\\.akuity\\.io/shard',
};

const ready = [
  {
    name: 'Ready',
    type: 'string',
    value: '.status.conditions[?(@.type=="Ready")].status',
  },
  {
    name: 'Status',
    type: 'string',
    value: '.status.conditions[?(@.type=="Ready")].message',
  },
];

/** The custom resources of Kargo v1.11, with the printer columns of its CRDs. */
export const kargoResources = {
  projects: kargo('Project', {
    namespaced: false,
    columns: [...ready, age],
  }),
  projectConfigs: kargo('ProjectConfig'),
  clusterConfigs: kargo('ClusterConfig', { namespaced: false }),
  warehouses: kargo('Warehouse', { columns: [specShard, age] }),
  freights: kargo('Freight', {
    columns: [
      { name: 'Alias', type: 'string', value: '.alias' },
      { name: 'Origin (Kind)', type: 'string', value: '.origin.kind' },
      { name: 'Origin (Name)', type: 'string', value: '.origin.name' },
      age,
    ],
  }),
  stages: kargo('Stage', {
    columns: [
      specShard,
      {
        name: 'Current Freight',
        type: 'string',
        value: '.status.freightSummary',
      },
      { name: 'Health', type: 'string', value: '.status.health.status' },
      ...ready,
      age,
    ],
  }),
  promotions: kargo('Promotion', {
    shortNames: ['promo', 'promos'],
    columns: [
      labelShard,
      { name: 'Stage', type: 'string', value: '.spec.stage' },
      { name: 'Freight', type: 'string', value: '.spec.freight' },
      { name: 'Phase', type: 'string', value: '.status.phase' },
      age,
    ],
  }),
  promotionTasks: kargo('PromotionTask', { status: undefined }),
} satisfies Record<string, ResourceDefinition>;
