import type { Control } from '../control';
import { approvalsControl } from './approvals';
import { availabilityControl } from './availability';
import { clusterAccessControl } from './clusterAccess';
import { controllerControl } from './controller';
import { diffControl } from './diff';
import { executionModeControl } from './executionMode';
import { executorControl } from './executor';
import { healthControl } from './health';
import { holdControl } from './hold';
import { permissionControl } from './permission';
import { queueControl } from './queue';
import { soakControl } from './soak';
import { verificationControl } from './verification';
import { windowControl } from './window';

/** All controls, in the order in which people read them. */
export const CONTROLS: readonly Control[] = [
  executionModeControl,
  executorControl,
  permissionControl,
  clusterAccessControl,
  availabilityControl,
  verificationControl,
  soakControl,
  windowControl,
  approvalsControl,
  holdControl,
  healthControl,
  diffControl,
  queueControl,
  controllerControl,
];
