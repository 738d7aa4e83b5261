import type { Control } from '../control';
import { clusterAccessControl } from '../controls/clusterAccess';
import { executionModeControl } from '../controls/executionMode';
import { executorControl } from '../controls/executor';
import { permissionControl } from '../controls/permission';
import type { PreflightInput } from '../preflightInput';

/**
 * What is asked before every action on a control plane.
 *
 * @public
 */
export interface ActionBasis
  extends Pick<
    PreflightInput,
    | 'riskClass'
    | 'executingEnabled'
    | 'via'
    | 'support'
    | 'permission'
    | 'clusterAccess'
  > {
  readonly binding: Pick<PreflightInput['binding'], 'controlPlane'>;
}

/** The controls of every action: how far Backstage goes, and who may. */
export const BASIC_CONTROLS: ReadonlyArray<Control<ActionBasis>> = [
  executionModeControl,
  executorControl,
  permissionControl,
  clusterAccessControl,
];
