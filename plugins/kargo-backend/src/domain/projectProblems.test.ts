import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { ControlPlane } from '../services/ControlPlane';
import { stage, warehouse } from '../testObjects';
import { STAGES, WAREHOUSES } from './kargoResources';
import { projectProblems } from './projectProblems';

const cluster = 'platform';
const broken = {
  kind: 'Stage',
  metadata: { name: 'uat', namespace: 'orders' },
};

async function problems(
  stages: readonly (KubernetesObject | typeof broken)[],
  warehouses?: readonly KubernetesObject[],
) {
  const controlPlane = ControlPlane.watch(
    { name: cluster, title: 'Platform', access: { transport: 'direct' } },
    clusterResourcesServiceMock({
      collections: [
        { cluster, resource: STAGES.resource, objects: stages },
        ...(warehouses
          ? [{ cluster, resource: WAREHOUSES.resource, objects: warehouses }]
          : []),
      ],
    }),
  );
  await controlPlane.settled(1_000);
  return projectProblems({
    controlPlane,
    project: 'orders',
    stageNames: undefined,
    riskClass: undefined,
    ownerRef: undefined,
  });
}

describe('projectProblems', () => {
  it('names what is missing on which control plane', async () => {
    expect(await problems([stage('prod', ['test'])], [])).toEqual([
      'Platform: The warehouse orders, from which prod would take freight, does not exist.',
      'Platform: The stage test, from which prod would take freight, does not exist.',
    ]);
  });

  it('says nothing of what is there, and of what is malformed or not read', async () => {
    const stages = [stage('test'), stage('prod', ['uat']), broken];
    expect(await problems(stages, [warehouse])).toEqual([]);
    expect(await problems(stages)).toEqual([]);
  });
});
