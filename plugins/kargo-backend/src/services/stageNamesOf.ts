import type { KargoScope } from '@fairway/plugin-kargo-common';
import type { ControlPlane } from './ControlPlane';

type ProjectScope = Extract<KargoScope, { readonly status: 'project' }>;

/** The stages of a project that belong to an entity on a control plane; `undefined` where all of them do. */
export function stageNamesOf(
  scope: Pick<ProjectScope, 'project' | 'stages' | 'stageSelector'>,
  controlPlane: Pick<ControlPlane, 'stagesOf'>,
): readonly string[] | undefined {
  const { project, stages, stageSelector } = scope;
  if (!stageSelector) return stages;
  return controlPlane
    .stagesOf(project)
    .filter(({ labels }) => stageSelector(labels))
    .map(({ name }) => name)
    .filter(name => stages?.includes(name) ?? true);
}
