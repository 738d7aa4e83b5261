import { z } from 'zod/v4';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from './jsonObject';

/** Asks an API server for the columns that `kubectl get` shows, with the metadata of each object. */
export const TABLE_MEDIA_TYPE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

const tableSchema = z.object({
  kind: z.literal('Table'),
  metadata: z
    .object({
      resourceVersion: z.string().optional(),
      continue: z.string().optional(),
    })
    .optional(),
  columnDefinitions: z.array(z.object({ name: z.string() })).nullish(),
  rows: z
    .array(
      z.object({
        cells: z.array(z.custom<JsonValue>()).nullish(),
        object: z.unknown(),
      }),
    )
    .nullish(),
});

/** A table as a list of objects that hold their metadata and, by the name of the column, their cells. */
export interface TableList {
  readonly metadata: z.infer<typeof tableSchema>['metadata'];
  readonly items: readonly JsonObject[];
}

/**
 * Reads tables of one response. Only the first table of a watch names the columns, so a reader belongs to one response.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
 */
export class TableReader {
  #columns: readonly string[] = [];

  /** `undefined` where it is no table. */
  read(body: unknown): TableList | undefined {
    const table = tableSchema.safeParse(body);
    if (!table.success) return undefined;
    const { columnDefinitions, rows, metadata } = table.data;
    if (columnDefinitions) {
      this.#columns = columnDefinitions.map(({ name }) => name);
    }
    const items = (rows ?? []).map(({ cells, object }) => ({
      metadata: metadataOf(object),
      cells: Object.fromEntries(
        this.#columns.map((column, index) => [column, cells?.[index] ?? null]),
      ),
    }));
    return { metadata, items };
  }
}

function metadataOf(object: unknown): JsonObject {
  if (!isJsonObject(object) || !isJsonObject(object.metadata)) return {};
  // Nobody needs it, and it is most of what a row weighs.
  const { managedFields: _, ...metadata } = object.metadata;
  return metadata;
}
