import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { FREIGHTS, STAGES, WAREHOUSES } from '../domain/kargoResources';
import { freight, newFreight, stage, warehouse } from '../testObjects';
import { ControlPlane } from './ControlPlane';

const cluster = 'platform';
const fromSearch = { kind: 'Warehouse', name: 'search' };

/** A stage that takes freight of two services, beside those that take it of one. */
const shared = {
  ...stage('prod'),
  spec: {
    requestedFreight: [
      {
        origin: { kind: 'Warehouse', name: 'orders' },
        sources: { direct: true },
      },
      { origin: fromSearch, sources: { direct: true } },
    ],
  },
};

async function watched(): Promise<ControlPlane> {
  const controlPlane = ControlPlane.watch(
    { name: cluster, access: { transport: 'direct' } },
    clusterResourcesServiceMock({
      collections: [
        {
          cluster,
          resource: STAGES.resource,
          objects: [stage('test'), shared],
        },
        {
          cluster,
          resource: FREIGHTS.resource,
          objects: [freight, { ...newFreight, origin: fromSearch }],
        },
        { cluster, resource: WAREHOUSES.resource, objects: [warehouse] },
      ],
    }),
  );
  await controlPlane.settled(1_000);
  return controlPlane;
}

const names = (items: ReadonlyArray<{ readonly name: string }>) =>
  items.map(({ name }) => name);

describe('a control plane as far as it belongs to a warehouse', () => {
  it('has the stages that take its freight, its freight, and itself', async () => {
    const search = (await watched()).ofWarehouse('search');
    expect(names(search.stagesOf('orders'))).toEqual(['prod']);
    expect(search.stagesOf('orders')[0].freight).toBeUndefined();
    expect(names(search.freightOf('orders'))).toEqual([
      newFreight.metadata.name,
    ]);
    expect(search.warehousesOf('orders')).toEqual([]);
    expect(search.name).toBe(cluster);
  });

  it('gives the same lists while nothing changes, so that what is made of them can be kept', async () => {
    const controlPlane = await watched();
    const orders = controlPlane.ofWarehouse('orders');
    expect(names(orders.stagesOf('orders'))).toEqual(['test', 'prod']);
    expect(controlPlane.ofWarehouse('orders')).toBe(orders);
    expect(orders.stagesOf('orders')).toBe(orders.stagesOf('orders'));
    expect(orders.freightOf('orders')).toBe(orders.freightOf('orders'));
  });
});
