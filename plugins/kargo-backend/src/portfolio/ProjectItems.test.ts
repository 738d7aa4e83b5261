import { mockServices } from '@backstage/backend-test-utils';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  DEFAULT_DRIFT_LIMITS,
  readRiskClasses,
} from '@fairway/plugin-kargo-common';
import { StageControls } from '../controls/StageControls';
import { FREIGHTS, PROMOTIONS, STAGES } from '../domain/kargoResources';
import { ControlPlane } from '../services/ControlPlane';
import { freight, stage } from '../testObjects';
import { ProjectItems } from './ProjectItems';
import type { PlacedProject } from './placement';

const cluster = 'platform';
const riskClasses = readRiskClasses({});

function look(stages = [stage('prod', ['test']), stage('test')]) {
  const controlPlane = ControlPlane.watch(
    { name: cluster, access: { transport: 'direct' } },
    clusterResourcesServiceMock({
      collections: [
        { cluster, resource: STAGES.resource, objects: stages },
        { cluster, resource: FREIGHTS.resource, objects: [freight] },
        { cluster, resource: PROMOTIONS.resource, as: 'rows', objects: [] },
      ],
    }),
  );
  const clock = { at: new Date('2026-11-21T12:00:00Z') };
  const logger = mockServices.logger.mock();
  const items = new ProjectItems({
    controls: new StageControls({
      riskClasses,
      calendar: [],
      executingEnabled: false,
    }),
    riskClasses,
    drift: DEFAULT_DRIFT_LIMITS,
    logger,
    now: () => clock.at,
  });
  return { controlPlane, clock, items, logger };
}

function placed(
  controlPlane: ControlPlane,
  title: string,
  stageNames?: string[],
): PlacedProject {
  const ref = `component:default/${title}`;
  return {
    entity: {
      ref,
      title,
      owner: `group:default/${title}`,
      system: undefined,
      project: 'orders',
      scope: {
        status: 'project',
        project: 'orders',
        stages: stageNames,
        stageSelector: undefined,
        warehouse: undefined,
        controlPlanes: undefined,
        riskClass: 'application',
      },
    },
    controlPlane,
    project: 'orders',
    stageNames,
    riskAnnotation: 'application',
  };
}

/** Counts how often a project is looked at. */
function countLooks(controlPlane: ControlPlane) {
  return jest.spyOn(controlPlane, 'stateOf');
}

const turns = async () => {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(resolve => setImmediate(resolve));
  }
};

describe('ProjectItems', () => {
  it('computes once what several entities share, and tells them apart', async () => {
    const { controlPlane, items } = look();
    const looks = countLooks(controlPlane);
    const found = await items.of([
      placed(controlPlane, 'orders'),
      placed(controlPlane, 'checkout'),
      placed(controlPlane, 'tests', ['test']),
    ]);
    expect(looks).toHaveBeenCalledTimes(2);
    expect(
      found.map(({ item }) => [item.title, item.owner, item.stages.good]),
    ).toEqual([
      ['orders', 'group:default/orders', 2],
      ['checkout', 'group:default/checkout', 2],
      ['tests', 'group:default/tests', 1],
    ]);
  });

  it('gives what is at most half a minute old at once, and computes it again behind', async () => {
    const { controlPlane, clock, items } = look();
    const looks = countLooks(controlPlane);
    const project = placed(controlPlane, 'orders');
    await items.of([project]);
    clock.at = new Date('2026-11-21T12:00:10Z');
    const [ageing] = await items.of([project]);
    expect(ageing.at).toEqual(new Date('2026-11-21T12:00:00Z'));
    await turns();
    expect(looks).toHaveBeenCalledTimes(2);
    const [fresh] = await items.of([project]);
    expect(fresh.at).toEqual(new Date('2026-11-21T12:00:10Z'));

    clock.at = new Date('2026-11-21T12:01:00Z');
    const [waited] = await items.of([project]);
    expect(waited.at).toEqual(clock.at);
  });

  it('keeps one project that cannot be judged from hiding the others', async () => {
    const { controlPlane, items, logger } = look();
    const whole = placed(controlPlane, 'orders');
    jest.spyOn(controlPlane, 'warehousesOf').mockImplementationOnce(() => {
      throw new Error('broken index');
    });
    const found = await items.of([
      whole,
      placed(controlPlane, 'tests', ['test']),
    ]);
    expect(found.map(({ item }) => [item.title, item.state])).toEqual([
      ['orders', 'unknown'],
      ['tests', 'steady'],
    ]);
    expect(found[0].item.reason).not.toContain('broken index');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('cannot be judged'),
      expect.objectContaining({ message: 'broken index' }),
    );
  });
});
