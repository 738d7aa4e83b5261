import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  readCalendar,
  readRiskClasses,
  readStage,
} from '@fairway/plugin-kargo-common';
import {
  CLUSTER_CONFIGS,
  PROJECT_CONFIGS,
  STAGES,
} from '../domain/kargoResources';
import { ControlPlanes } from '../services/ControlPlanes';
import { stage } from '../testObjects';
import { KargoWindows } from './KargoWindows';
import { StageControls } from './StageControls';

const cluster = 'platform';
const at = new Date('2026-12-24T12:00:00Z');

const christmas = {
  name: 'christmas',
  kind: 'Deny',
  dtstart: 'TZID=Europe/Zurich:20261224T000000',
  dtend: 'TZID=Europe/Zurich:20261227T000000',
};

async function watch(options: {
  readonly projectConfig?: JsonObject;
  readonly clusterConfig?: JsonObject;
  readonly own?: readonly object[];
}) {
  const { projectConfig, clusterConfig, own = [] } = options;
  const config = (name: string, spec: JsonObject, namespace?: string) => ({
    metadata: { name, uid: name, ...(namespace && { namespace }) },
    spec,
  });
  const controlPlanes = new ControlPlanes({
    configured: undefined,
    logger: mockServices.logger.mock(),
    clusterResources: clusterResourcesServiceMock({
      collections: [
        {
          cluster,
          resource: STAGES.resource,
          objects: [stage('test'), stage('prod', ['test'])],
        },
        ...(projectConfig
          ? [
              {
                cluster,
                resource: PROJECT_CONFIGS.resource,
                objects: [config('orders', projectConfig, 'orders')],
              },
            ]
          : []),
        ...(clusterConfig
          ? [
              {
                cluster,
                resource: CLUSTER_CONFIGS.resource,
                objects: [config('cluster', clusterConfig)],
              },
            ]
          : []),
      ],
    }),
  });
  await controlPlanes.discover();
  const controls = new StageControls({
    riskClasses: readRiskClasses(undefined),
    calendar: readCalendar({ config: own, classes: [] }),
    windows: [new KargoWindows({ controlPlanes })],
    executingEnabled: false,
  });
  const projectLabels = {};
  const controlled = (name: string) => {
    const found = controlPlanes
      .named(cluster)
      ?.stagesOf('orders')
      .find(candidate => candidate.name === name);
    return {
      controlPlane: cluster,
      stage: found ?? readStage({}),
      projectLabels,
      annotation: 'application',
    };
  };
  return { controls, controlled, close: () => controlPlanes.close() };
}

describe('StageControls', () => {
  it('is frozen by a promotion window of the project', async () => {
    const { controls, controlled, close } = await watch({
      projectConfig: {
        promotionWindows: [{ ...christmas, stageSelector: { name: 'prod' } }],
      },
    });
    // Midnight in Zurich in winter is 23:00 UTC.
    expect(controls.closedWindow(controlled('prod'), at)).toEqual({
      rule: 'christmas',
      until: '2026-12-26T23:00:00.000Z',
    });
    expect(controls.closedWindow(controlled('test'), at)).toBeUndefined();
    close();
  });

  it('is frozen by a window of the control plane, and by its own rules', async () => {
    const { controls, controlled, close } = await watch({
      clusterConfig: { promotionWindows: [christmas] },
      own: [
        {
          name: 'year-end',
          kind: 'deny',
          timeZone: 'UTC',
          start: '2026-12-20T00:00',
          duration: { days: 14 },
        },
      ],
    });
    expect(controls.closedWindow(controlled('test'), at)).toEqual({
      rule: 'year-end and christmas',
      until: '2027-01-03T00:00:00.000Z',
    });
    close();
  });

  it('does not know where a window of Kargo cannot be read', async () => {
    const { controls, controlled, close } = await watch({
      projectConfig: { promotionWindows: [{ kind: 'Deny' }] },
    });
    expect(controls.freezeState(controlled('prod'), at)).toMatchObject({
      status: 'unknown',
      problems: [{ rule: { title: 'promotion window 1' } }],
    });
    close();
  });

  it('is open where the control plane has no such windows', async () => {
    const { controls, controlled, close } = await watch({});
    expect(controls.freezeState(controlled('prod'), at)).toMatchObject({
      status: 'open',
      until: undefined,
    });
    close();
  });

  it('takes the word of Kargo for a stage, until it opens', async () => {
    const { controls, controlled, close } = await watch({});
    const prod = {
      ...controlled('prod'),
      stage: readStage({
        ...stage('prod'),
        status: {
          promotionWindowStatus: {
            closed: true,
            reason: 'Frozen by the quarter end.',
            nextOpen: '2026-12-24T18:00:00Z',
          },
        },
      }),
    };
    expect(controls.freezeState(prod, at)).toMatchObject({
      status: 'closed',
      until: '2026-12-24T18:00:00.000Z',
      causes: [{ rules: [{ reason: 'Frozen by the quarter end.' }] }],
    });
    expect(
      controls.freezeState(prod, new Date('2026-12-24T18:00:00Z')),
    ).toMatchObject({ status: 'open' });
    close();
  });

  it('gives stages with the same rules one list, and the answer again while it holds', async () => {
    const { controls, controlled, close } = await watch({
      projectConfig: { promotionWindows: [christmas] },
    });
    const [test, prod] = ['test', 'prod'].map(controlled);
    expect(controls.rulesOf(test)).toBe(controls.rulesOf(prod));
    const state = controls.freezeState(test, at);
    expect(controls.freezeState(prod, at)).toBe(state);
    const lastSecond = new Date('2026-12-26T22:59:59Z');
    expect(controls.freezeState(prod, lastSecond).status).toBe('closed');
    const end = new Date('2026-12-26T23:00:00Z');
    expect(controls.freezeState(prod, end).status).toBe('open');
    expect(controls.freezeState(prod, at)).toBe(state);
    close();
  });
});
