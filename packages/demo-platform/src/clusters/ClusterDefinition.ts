import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  KubernetesObject,
  PolicyRule,
} from '@fairway/kubernetes-resources/testUtils';
import { isKubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import type { ScalarTag } from 'yaml';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { parseDuration, timeText } from '../clock/durations';

const ruleSchema = z.object({
  apiGroups: z.array(z.string()).optional(),
  resources: z.array(z.string()).optional(),
  verbs: z.array(z.string()),
  resourceNames: z.array(z.string()).optional(),
  nonResourceURLs: z.array(z.string()).optional(),
  namespaces: z.array(z.string()).optional(),
});

const columnSchema = z.object({
  name: z.string(),
  type: z.string().default('string'),
  priority: z.number().optional(),
  value: z.string(),
});

const resourceSchema = z.object({
  group: z.string(),
  version: z.string(),
  kind: z.string(),
  plural: z.string(),
  namespaced: z.boolean(),
  status: z.boolean().default(false),
  columns: z.array(columnSchema).optional(),
});

const clusterSchema = z.object({
  /** Which stand-ins act in the cluster. */
  controllers: z
    .array(z.enum(['kargo', 'scheduler', 'kueue', 'leases']))
    .default([]),
  /** How much history the controllers make before the demo starts. */
  history: z.string().optional(),
  resources: z.array(resourceSchema).default([]),
  users: z.array(
    z.object({
      token: z.string(),
      name: z.string(),
      groups: z.array(z.string()).default([]),
      rules: z.array(ruleSchema).default([]),
    }),
  ),
  /** What members of a group may do, also those that are impersonated. */
  groups: z
    .array(z.object({ name: z.string(), rules: z.array(ruleSchema) }))
    .optional(),
});

type ClusterFile = z.infer<typeof clusterSchema>;

/** A cluster of the demo as its folder describes it. */
export interface ClusterDefinition extends Omit<ClusterFile, 'users'> {
  readonly name: string;
  readonly users: ReadonlyArray<
    ClusterFile['users'][number] & { readonly rules: readonly PolicyRule[] }
  >;
  readonly objects: readonly KubernetesObject[];
}

const CLUSTER_FILE = 'cluster.yaml';

/** `!ago 2h30m` is the time that long before the start of the demo, so that examples do not grow old. */
function agoTag(now: Date): ScalarTag {
  return {
    tag: '!ago',
    resolve: text =>
      timeText(new Date(now.getTime() - parseDuration(text.trim()))),
  };
}

function readDocuments(file: string, now: Date): unknown[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), {
    customTags: [agoTag(now)],
    merge: true,
  });
  return [...documents]
    .map(document => {
      const [error] = document.errors;
      if (error) {
        throw new Error(`${file}: ${error.message}`);
      }
      return document.toJS();
    })
    .filter(value => value !== null && value !== undefined);
}

const listSchema = z.object({
  kind: z.literal('List'),
  items: z.array(z.unknown()),
});

function objectsIn(file: string, now: Date): KubernetesObject[] {
  return readDocuments(file, now)
    .flatMap(document => {
      const list = listSchema.safeParse(document);
      return list.success ? list.data.items : [document];
    })
    .map(value => {
      const object: unknown = JSON.parse(JSON.stringify(value));
      if (!isKubernetesObject(object)) {
        throw new Error(
          `${file}: an object lacks apiVersion, kind or metadata.name`,
        );
      }
      return object;
    });
}

/** Namespaces first, so that whatever lives in them can be created. */
function byScope(left: KubernetesObject, right: KubernetesObject): number {
  return Number(right.kind === 'Namespace') - Number(left.kind === 'Namespace');
}

/** Reads a folder of YAML files. @throws Error that names the file with the mistake. */
export function readClusterDefinition(
  folder: string,
  name: string,
  now: Date,
): ClusterDefinition {
  const clusterFile = join(folder, CLUSTER_FILE);
  const cluster = clusterSchema.safeParse(readDocuments(clusterFile, now)[0]);
  if (!cluster.success) {
    throw new Error(`${clusterFile}: ${z.prettifyError(cluster.error)}`);
  }
  const objects = readdirSync(folder)
    .filter(file => file.endsWith('.yaml') && file !== CLUSTER_FILE)
    .sort()
    .flatMap(file => objectsIn(join(folder, file), now))
    .sort(byScope);
  return { ...cluster.data, name, objects };
}
