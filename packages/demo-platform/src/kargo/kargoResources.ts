import type { ResourceDefinition } from '@fairway/kubernetes-resources/testUtils';

export const KARGO_GROUP = 'kargo.akuity.io';

const base = { group: KARGO_GROUP, version: 'v1alpha1' };
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

/** The custom resources of Kargo v1.11, with the printer columns of its CRDs. */
export const kargoResources = {
  projects: {
    ...base,
    kind: 'Project',
    plural: 'projects',
    namespaced: false,
    status: true,
    columns: [
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
      age,
    ],
  },
  projectConfigs: {
    ...base,
    kind: 'ProjectConfig',
    plural: 'projectconfigs',
    namespaced: true,
    status: true,
  },
  warehouses: {
    ...base,
    kind: 'Warehouse',
    plural: 'warehouses',
    namespaced: true,
    status: true,
    columns: [specShard, age],
  },
  freights: {
    ...base,
    kind: 'Freight',
    plural: 'freights',
    namespaced: true,
    status: true,
    columns: [
      { name: 'Alias', type: 'string', value: '.alias' },
      { name: 'Origin (Kind)', type: 'string', value: '.origin.kind' },
      { name: 'Origin (Name)', type: 'string', value: '.origin.name' },
      age,
    ],
  },
  stages: {
    ...base,
    kind: 'Stage',
    plural: 'stages',
    namespaced: true,
    status: true,
    columns: [
      specShard,
      {
        name: 'Current Freight',
        type: 'string',
        value: '.status.freightSummary',
      },
      { name: 'Health', type: 'string', value: '.status.health.status' },
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
      age,
    ],
  },
  promotions: {
    ...base,
    kind: 'Promotion',
    plural: 'promotions',
    namespaced: true,
    status: true,
    shortNames: ['promo', 'promos'],
    columns: [
      labelShard,
      { name: 'Stage', type: 'string', value: '.spec.stage' },
      { name: 'Freight', type: 'string', value: '.spec.freight' },
      { name: 'Phase', type: 'string', value: '.status.phase' },
      age,
    ],
  },
  promotionTasks: {
    ...base,
    kind: 'PromotionTask',
    plural: 'promotiontasks',
    namespaced: true,
  },
} satisfies Record<string, ResourceDefinition>;
