import {
  readRecordedShape,
  recordShape,
  type ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { ShapeStore } from './ShapeStore';

const TABLE = 'capacity_shapes';
const BATCH = 100;

/** More shapes than this on one day are noise of templates with random parts; the most frequent ones are kept. */
const MAX_SHAPES_A_DAY = 500;

interface ShapeRow {
  readonly cluster: string;
  readonly day: number;
  readonly hash: string;
  readonly shape: string;
  readonly pods: number;
}

const sumSchema = z.object({
  cluster: z.string(),
  shape: z.string(),
  weight: z.coerce.number(),
});

/** In the plugin's database, SQLite or PostgreSQL, which is connected to when it is first needed. */
export class DatabaseShapeStore implements ShapeStore {
  readonly #connect: () => Promise<Knex>;

  /** @param options - `connect`: gives a database that has the tables already */
  constructor(options: { readonly connect: () => Promise<Knex> }) {
    this.#connect = options.connect;
  }

  async note(
    cluster: string,
    day: number,
    shapes: readonly ShapeDemand[],
  ): Promise<void> {
    const client = await this.#connect();
    const rows = rowsOf(cluster, day, shapes);
    for (let from = 0; from < rows.length; from += BATCH) {
      await client<ShapeRow>(TABLE)
        .insert(rows.slice(from, from + BATCH))
        .onConflict(['cluster', 'day', 'hash'])
        .merge({
          pods: client.raw(
            'case when excluded.pods > ??.pods then excluded.pods else ??.pods end',
            [TABLE, TABLE],
          ),
        });
    }
  }

  async since(
    day: number,
  ): Promise<ReadonlyMap<string, readonly ShapeDemand[]>> {
    const client = await this.#connect();
    const rows: unknown[] = await client(TABLE)
      .where('day', '>=', day)
      .groupBy('cluster', 'shape')
      .select('cluster', 'shape')
      .sum({ weight: 'pods' });
    const byCluster = new Map<string, ShapeDemand[]>();
    for (const row of rows) {
      const { cluster, shape: text, weight } = sumSchema.parse(row);
      const shape = readRecordedShape(text);
      if (!shape) continue;
      const known = byCluster.get(cluster);
      if (known) known.push({ shape, weight });
      else byCluster.set(cluster, [{ shape, weight }]);
    }
    return byCluster;
  }

  async deleteBefore(day: number): Promise<void> {
    const client = await this.#connect();
    await client<ShapeRow>(TABLE).where('day', '<', day).delete();
  }
}

function rowsOf(
  cluster: string,
  day: number,
  shapes: readonly ShapeDemand[],
): readonly ShapeRow[] {
  const weights = new Map<string, number>();
  for (const { shape, weight } of shapes) {
    const text = recordShape(shape);
    if (text !== undefined) {
      weights.set(text, (weights.get(text) ?? 0) + weight);
    }
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_SHAPES_A_DAY)
    .map(([shape, pods]) => ({
      cluster,
      day,
      hash: createHash('sha256').update(shape).digest('hex'),
      shape,
      pods,
    }));
}
