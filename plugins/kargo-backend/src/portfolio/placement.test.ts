import {
  clusterResourcesServiceMock,
  staticResourceObservation,
} from '@fairway/kubernetes-resources/testUtils';
import type { KargoScope } from '@fairway/plugin-kargo-common';
import { STAGES } from '../domain/kargoResources';
import { ControlPlane } from '../services/ControlPlane';
import { stage } from '../testObjects';
import { placementOf } from './placement';

/** A control plane with stages of the project orders. */
function having(name: string): ControlPlane {
  return ControlPlane.watch(
    { name, access: { transport: 'direct' } },
    clusterResourcesServiceMock({
      collections: [
        {
          cluster: name,
          resource: STAGES.resource,
          objects: [stage('test')],
        },
      ],
    }),
  );
}

/** A control plane that has not answered since the backend started. */
function away(name: string): ControlPlane {
  const state = {
    status: 'stale',
    since: undefined,
    error: 'connection refused',
  } as const;
  return ControlPlane.watch(
    { name, access: { transport: 'direct' } },
    clusterResourcesServiceMock.mock({
      observe: () => staticResourceObservation({ state }),
    }),
  );
}

function place(
  scope: Partial<Extract<KargoScope, { readonly status: 'project' }>>,
  controlPlanes: readonly ControlPlane[],
  unreadable: ReadonlyArray<{ name: string; reason: string }> = [],
) {
  const project = scope.project ?? 'orders';
  const { projects, unknown } = placementOf(
    {
      ref: 'component:default/orders',
      title: 'orders',
      owner: undefined,
      system: undefined,
      project,
      scope: {
        status: 'project',
        project,
        stages: undefined,
        stageSelector: undefined,
        warehouse: undefined,
        controlPlanes: undefined,
        riskClass: undefined,
        ...scope,
      },
    },
    { controlPlanes, unreadable },
  );
  return {
    on: projects.map(({ controlPlane }) => controlPlane.name),
    unknown: unknown.map(({ controlPlane, reason }) => [
      controlPlane?.name,
      reason,
    ]),
  };
}

describe('placementOf', () => {
  it('finds every control plane that has the project, and passes over the others', () => {
    expect(place({}, [having('emea'), away('apac'), having('us')])).toEqual({
      on: ['emea', 'us'],
      unknown: [],
    });
  });

  it('keeps to the control planes that the entity names, also one that is away', () => {
    expect(
      place({ controlPlanes: ['emea', 'apac'] }, [
        having('emea'),
        away('apac'),
        having('us'),
      ]),
    ).toEqual({ on: ['emea', 'apac'], unknown: [] });
  });

  it('says of one that it names why it is not there', () => {
    expect(
      place(
        { controlPlanes: ['emea', 'private', 'moon'] },
        [having('emea')],
        [{ name: 'private', reason: 'needs the token of a user' }],
      ),
    ).toEqual({
      on: ['emea'],
      unknown: [
        ['private', 'private could not be read: needs the token of a user.'],
        [
          'moon',
          'The annotation kargo/instance names "moon", which is no Kargo control plane that is known here.',
        ],
      ],
    });
  });

  it('does not say that a project is nowhere while it may be where nobody can look', () => {
    const elsewhere = { project: 'billing' };
    expect(place(elsewhere, [having('emea')])).toEqual({
      on: [],
      unknown: [[undefined, 'No control plane has the project billing.']],
    });
    expect(
      place(
        elsewhere,
        [having('emea'), away('apac')],
        [{ name: 'private', reason: 'needs the token of a user' }],
      ).unknown,
    ).toEqual([
      [
        undefined,
        'No control plane that can be read has the project billing; private, apac cannot be read.',
      ],
    ]);
  });
});
