import { z } from 'zod/v4';
import { builtInResources } from '../builtInResources';
import type { KubernetesObject } from '../KubernetesObject';
import type { ResourceDefinition } from '../ResourceDefinition';
import type { RecordedExchange } from './RecordedExchange';

const resourceListSchema = z.object({
  groupVersion: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      namespaced: z.boolean(),
      shortNames: z.array(z.string()).optional(),
      categories: z.array(z.string()).optional(),
    }),
  ),
});

const itemSchema = z.looseObject({
  apiVersion: z.string().optional(),
  kind: z.string().optional(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
});

const listSchema = z.object({
  kind: z.string(),
  apiVersion: z.string(),
  items: z.array(itemSchema),
});

/** Definitions of the custom resources that a recorded APIResourceList names. */
export function definitionsFrom(body: unknown): ResourceDefinition[] {
  const { groupVersion, resources } = resourceListSchema.parse(body);
  const [group, version] = groupVersion.split('/');
  const names = resources.map(resource => resource.name);
  return resources
    .filter(resource => !resource.name.includes('/'))
    .map(({ name, kind, namespaced, shortNames, categories }) => ({
      group,
      version,
      kind,
      plural: name,
      namespaced,
      shortNames,
      categories,
      status: names.includes(`${name}/status`),
    }));
}

/** The objects of all recorded lists whose kind is wanted, each once, as the last list shows it. */
export function objectsFrom(
  exchanges: readonly RecordedExchange[],
  options: { readonly namespace?: string } = {},
): KubernetesObject[] {
  const objects = new Map<string, KubernetesObject>();
  for (const { response } of exchanges) {
    const list = listSchema.safeParse(response.body);
    if (!list.success) {
      continue;
    }
    const kind = list.data.kind.replace(/List$/, '');
    for (const item of list.data.items) {
      const namespaced = !['Node', 'Namespace'].includes(kind);
      const { managedFields: _managedFields, ...metadata } = item.metadata;
      const object = JSON.parse(
        JSON.stringify({
          ...item,
          apiVersion: list.data.apiVersion,
          kind,
          metadata: {
            ...metadata,
            ...(namespaced && {
              namespace: metadata.namespace ?? options.namespace,
            }),
          },
        }),
      );
      objects.set(
        `${kind}/${metadata.namespace ?? ''}/${metadata.name}`,
        object,
      );
    }
  }
  return [...objects.values()];
}

export function namespaceObjects(
  ...names: readonly string[]
): KubernetesObject[] {
  return names.map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
    status: { phase: 'Active' },
  }));
}

export const databases: ResourceDefinition = {
  group: 'platform.example.com',
  version: 'v1',
  kind: 'Database',
  plural: 'databases',
  namespaced: true,
  shortNames: ['db'],
  categories: ['platform', 'all'],
  status: true,
  selectableFields: ['spec.engine'],
  columns: [
    { name: 'Engine', type: 'string', value: '.spec.engine' },
    { name: 'Replicas', type: 'integer', value: '.spec.replicas' },
    { name: 'Phase', type: 'string', value: '.status.phase' },
    {
      name: 'Ready',
      type: 'string',
      value: '.status.conditions[?(@.type=="Ready")].status',
    },
    {
      name: 'Backup',
      type: 'date',
      priority: 1,
      value: '.status.lastBackup',
    },
    { name: 'Age', type: 'date', value: '.metadata.creationTimestamp' },
  ],
};

export const recordedResources: readonly ResourceDefinition[] = [
  ...Object.values(builtInResources),
  databases,
];
