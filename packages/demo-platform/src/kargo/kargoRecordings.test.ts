import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import {
  builtInResources,
  KubernetesApiEmulator,
} from '@fairway/kubernetes-resources/testUtils';
import { z } from 'zod/v4';
import { kargoResources } from './kargoResources';
import {
  freightSchema,
  promotionSchema,
  stageSchema,
  warehouseSchema,
} from './kargoSchemas';

const exchangesSchema = z.array(
  z.object({
    title: z.string(),
    request: z.object({ path: z.string() }),
    response: z.object({ body: z.unknown() }),
  }),
);

const listSchema = z.object({
  items: z.array(z.custom<KubernetesObject>()),
});

const tableSchema = z.object({
  columnDefinitions: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.object({ cells: z.array(z.unknown()) })),
});

const AGE = /^(\d+[smhdy])+$|^<invalid>$/;

function comparable(body: unknown) {
  const { columnDefinitions, rows } = tableSchema.parse(body);
  return {
    columns: columnDefinitions.map(({ name, type }) => ({ name, type })),
    rows: rows.map(({ cells }) =>
      cells.map(cell =>
        typeof cell === 'string' && AGE.test(cell) ? '<age>' : cell,
      ),
    ),
  };
}

describe('recorded Kargo objects', () => {
  const directory = process.env.FAIRWAY_KUBERNETES_FIXTURES;
  if (!directory) {
    it('are not compared: FAIRWAY_KUBERNETES_FIXTURES does not say where they are', () => {
      expect(directory).toBeFalsy();
    });
    return;
  }
  const exchanges = exchangesSchema.parse(
    JSON.parse(readFileSync(join(directory, 'kargo.json'), 'utf8')),
  );
  // Positions of the lists of projects, warehouses, freights, stages and promotions.
  const lists = [2, 3, 4, 5, 6].map(
    index => listSchema.parse(exchanges[index].response.body).items,
  );

  it('are read by the schemas of the stand-in', () => {
    const [, warehouses, freights, stages, promotions] = lists;
    expect(() => {
      warehouses.forEach(object => warehouseSchema.parse(object));
      freights.forEach(object => freightSchema.parse(object));
      stages.forEach(object => stageSchema.parse(object));
      promotions.forEach(object => promotionSchema.parse(object));
    }).not.toThrow();
  });

  it('look the same in Tables', async () => {
    const emulator = KubernetesApiEmulator.create({
      resources: [
        ...Object.values(builtInResources),
        ...Object.values(kargoResources),
      ],
      users: [{ token: 't', name: 'a', groups: ['system:masters'], rules: [] }],
    });
    emulator.store.load(lists.flat());
    const server = await emulator.listen();
    for (const index of [12, 13, 14, 15, 16]) {
      const { request, response } = exchanges[index];
      const actual = await fetch(`${server.url}${request.path}`, {
        headers: {
          authorization: 'Bearer t',
          accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
        },
      });
      expect(comparable(await actual.json())).toEqual(
        comparable(response.body),
      );
    }
    await server.close();
  });
});
