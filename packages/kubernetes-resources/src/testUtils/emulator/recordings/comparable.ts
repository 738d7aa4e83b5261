import { z } from 'zod/v4';

const statusSchema = z.looseObject({
  kind: z.literal('Status').optional(),
  status: z.string(),
  message: z.string().optional(),
});

const listSchema = z.looseObject({
  kind: z.string(),
  items: z.array(
    z.looseObject({
      kind: z.string().optional(),
      metadata: z.looseObject({ name: z.string().optional() }),
    }),
  ),
  metadata: z.looseObject({
    continue: z.string().optional(),
    remainingItemCount: z.number().optional(),
  }),
});

const tableSchema = z.looseObject({
  kind: z.literal('Table'),
  apiVersion: z.string(),
  columnDefinitions: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.string(),
        format: z.string(),
        priority: z.number(),
      }),
    )
    .nullable(),
  rows: z.array(
    z.looseObject({
      cells: z.array(z.unknown()),
      object: z.looseObject({ kind: z.string().optional() }).nullable(),
    }),
  ),
});

const resourceListSchema = z.looseObject({
  kind: z.literal('APIResourceList'),
  groupVersion: z.string(),
  resources: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.string(),
      namespaced: z.boolean(),
      verbs: z.array(z.string()),
      shortNames: z.array(z.string()).optional(),
      categories: z.array(z.string()).optional(),
    }),
  ),
});

const reviewSchema = z.looseObject({
  kind: z.string(),
  spec: z.unknown(),
  status: z.looseObject({ allowed: z.boolean() }),
});

const whoAmISchema = z.looseObject({
  kind: z.literal('SelfSubjectReview'),
  status: z.looseObject({
    userInfo: z.looseObject({
      username: z.string(),
      groups: z.array(z.string()),
    }),
  }),
});

const objectSchema = z.looseObject({
  kind: z.string(),
  apiVersion: z.string().optional(),
  metadata: z
    .looseObject({
      name: z.string().optional(),
      namespace: z.string().optional(),
      generation: z.number().optional(),
    })
    .optional(),
});

const AGE = /^(\d+[smhdy])+( ago)?$|^\d+ \((\d+[smhdy])+ ago\)$/;

/** Takes out what differs from one server to the next: revisions, uids, ages. */
function normalText(text: string): string {
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uid>')
    .replace(/current: \d+/g, 'current: <revision>')
    .replace(/version: (\d+) \(\d+\)/g, 'version: $1 (<revision>)')
    .replace(/in record \(\d+\)/g, 'in record (<revision>)');
}

function normalJson(value: unknown): unknown {
  return JSON.parse(normalText(JSON.stringify(value ?? null)));
}

function comparableTable(table: z.infer<typeof tableSchema>): unknown {
  return {
    kind: table.kind,
    apiVersion: table.apiVersion,
    columns: table.columnDefinitions?.map(
      ({ name, type, format, priority }) => ({
        name,
        type,
        format,
        priority,
      }),
    ),
    rows: table.rows.map(row => ({
      cells: row.cells.map(cell =>
        typeof cell === 'string' && AGE.test(cell) ? '<age>' : cell,
      ),
      object: row.object?.kind,
    })),
  };
}

/** What of a body has to be the same. */
export function comparableBody(body: unknown): unknown {
  if (body === undefined || typeof body === 'string') {
    return body || undefined;
  }
  const status = statusSchema.safeParse(body);
  if (status.success && status.data.kind === 'Status') {
    return normalJson({ ...status.data, metadata: undefined });
  }
  const table = tableSchema.safeParse(body);
  if (table.success) {
    return comparableTable(table.data);
  }
  const resources = resourceListSchema.safeParse(body);
  if (resources.success) {
    return resources.data.resources
      .filter(({ name }) => !/\/(?!status$)/.test(name))
      .map(({ name, kind, namespaced, verbs, shortNames, categories }) => ({
        name,
        kind,
        namespaced,
        verbs,
        shortNames,
        categories,
      }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }
  const review = reviewSchema.safeParse(body);
  if (review.success) {
    return { kind: review.data.kind, allowed: review.data.status.allowed };
  }
  const whoAmI = whoAmISchema.safeParse(body);
  if (whoAmI.success) {
    const { username, groups } = whoAmI.data.status.userInfo;
    return { username, groups };
  }
  const list = listSchema.safeParse(body);
  if (list.success) {
    const { kind, items, metadata } = list.data;
    return {
      kind,
      items: items.map(item => item.metadata.name),
      continues: Boolean(metadata.continue),
      remainingItemCount: metadata.remainingItemCount,
    };
  }
  const object = objectSchema.safeParse(body);
  if (object.success) {
    const { kind, apiVersion, metadata } = object.data;
    return {
      kind,
      apiVersion,
      name: metadata?.name?.replace(
        /-[bcdfghj-np-tv-xz2456789]{5}$/,
        '-<random>',
      ),
      namespace: metadata?.namespace,
    };
  }
  return body;
}
