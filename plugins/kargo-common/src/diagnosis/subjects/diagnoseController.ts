import { minorVersion } from '../../model/kargoVersion';
import type { Diagnosis } from '../diagnosis';
import type { ControllerEvidence } from '../subject';
import { evidenceOf, explainState, type StateRule } from './stateRule';

/** Kargo's own default for the length of a lease. */
const DEFAULT_LEASE_SECONDS = 120;

const FAMILY = {
  family: 'controller',
  severity: 'failure',
  whoCanAct: 'kargo-admin',
  safeToRetry: 'after-fix',
} as const;

/**
 * A silent controller says nothing of the health of what it serves: only that what is known of it grows old.
 *
 * @see akuity/kargo pkg/heartbeat
 */
const STATES: readonly StateRule<ControllerEvidence>[] = [
  {
    ...FAMILY,
    rule: 'controller.missing',
    applies: ({ leasesKnown, lease, shard }) =>
      leasesKnown && !lease && Boolean(shard),
    cause:
      'No controller serves this shard: none was started for it, or it was shut down. Its promotions stay pending.',
    confidence: 'likely',
    nextStep:
      'Compare the shard of the stages with the shardName of the controllers; start the controller.',
  },
  {
    ...FAMILY,
    rule: 'controller.no-default',
    applies: ({ leasesKnown, lease, shard }) => leasesKnown && !lease && !shard,
    cause:
      'No controller serves what has no shard, so stages without one stay as they are.',
    confidence: 'likely',
    nextStep:
      'Give the stages a shard, or make one controller the default one.',
  },
  {
    ...FAMILY,
    rule: 'controller.silent',
    applies: state => (silentSeconds(state) ?? -1) > 0,
    cause:
      'The controller has not renewed its lease in time: it hangs, was stopped, or has lost the control plane. What is known of its stages may be old; they have not failed.',
    confidence: 'certain',
    nextStep:
      'Look at the pod of the controller and at its connection to the control plane.',
  },
  {
    ...FAMILY,
    rule: 'controller.version-skew',
    applies: ({ kargoVersion, controlPlaneVersion }) => {
      const minor = minorVersion(kargoVersion);
      const expected = minorVersion(controlPlaneVersion);
      return (
        minor !== undefined && expected !== undefined && minor !== expected
      );
    },
    cause:
      'The controller and the control plane have different minor versions of Kargo.',
    confidence: 'certain',
    severity: 'information',
    nextStep: 'Upgrade the controller to the version of the control plane.',
  },
];

/** Explains the state of a controller; without leases it stays unknown, which is not dead. */
export function diagnoseController(controller: ControllerEvidence): Diagnosis {
  const evidence = [
    ...evidenceOf({
      'spec.renewTime': controller.lease?.renewedAt,
      shard: controller.shard,
      version: controller.kargoVersion,
      'version of the control plane': controller.controlPlaneVersion,
    }),
    ...evidenceOf({ observed: controller.observedAt }),
  ];
  const state = explainState(STATES, controller, evidence);
  if (state) return state;
  if (controller.lease && silentSeconds(controller) !== undefined) {
    return { status: 'nothing-wrong', evidence };
  }
  return {
    status: 'unknown',
    raw: '',
    operation: undefined,
    nature: 'undetermined',
    evidence,
    relatedFailures: [],
  };
}

/** Seconds past the end of the lease, below zero while it holds. */
function silentSeconds({
  lease,
  observedAt,
}: ControllerEvidence): number | undefined {
  if (!lease?.renewedAt) return undefined;
  const age = (Date.parse(observedAt) - Date.parse(lease.renewedAt)) / 1000;
  if (Number.isNaN(age)) return undefined;
  return age - (lease.durationSeconds ?? DEFAULT_LEASE_SECONDS);
}
