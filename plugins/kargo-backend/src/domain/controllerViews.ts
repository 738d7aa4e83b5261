import {
  argoCdReach,
  controllerOf,
  controllerState,
  diagnosisViewOf,
  type ControllerState,
  type ControllerView,
  type ProjectState,
  type Stage,
} from '@fairway/plugin-kargo-common';
import { controllerSubject } from './diagnosisSubjects';

/** The controllers that serve some stages, each with what is wrong with it. */
export function controllerViews(
  stages: readonly Stage[],
  { controllers, at }: Pick<ProjectState, 'controllers' | 'at'>,
  controlPlane: { readonly name: string; version(): string | undefined },
): ControllerView[] {
  if (!controllers) return [];
  const controlPlaneVersion = controlPlane.version();
  return [...byShard(stages)].map(([shard, ofShard]) => {
    const subject = controllerSubject({
      controlPlane: controlPlane.name,
      controlPlaneVersion,
      shard,
      controllers,
      at,
    });
    return {
      shard,
      stages: ofShard.length,
      version: controllerOf(controllers, shard)?.version,
      argoCd: argoCdReach(ofShard),
      // Before Kargo 1.10 there is nothing to diagnose by.
      diagnosis: controllers.length > 0 ? diagnosisViewOf(subject) : undefined,
      ...signOfLife(controllerState(controllers, shard, at)),
    };
  });
}

function byShard(
  stages: readonly Stage[],
): ReadonlyMap<string | undefined, readonly Stage[]> {
  const groups = new Map<string | undefined, Stage[]>();
  for (const stage of stages) {
    const group = groups.get(stage.shard);
    if (group) group.push(stage);
    else groups.set(stage.shard, [stage]);
  }
  return groups;
}

function signOfLife(
  state: ControllerState,
): Pick<ControllerView, 'status' | 'heardAt' | 'reason'> {
  switch (state.status) {
    case 'alive':
      return { status: state.status, heardAt: state.renewedAt };
    case 'silent':
      return { status: state.status, heardAt: state.since };
    default:
      return { status: state.status, reason: state.reason };
  }
}
