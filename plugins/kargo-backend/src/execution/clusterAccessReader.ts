import { toError } from '@backstage/errors';
import type { People } from '../approvals/People';
import type { ClusterAccessReader } from '../preflight/PreflightService';
import type { PersonIdentities } from './PersonIdentities';
import type { PromotionExecutor } from './PromotionExecutor';

/** Asks a control plane what the caller may do there. */
export function clusterAccessReader(options: {
  readonly executor: PromotionExecutor;
  readonly identities: PersonIdentities;
  readonly people: People;
}): ClusterAccessReader {
  const { executor, identities, people } = options;
  return async (stage, controlPlane, caller) => {
    try {
      const person = await identities.identify(
        await people.callerOf(caller),
        caller,
      );
      return await executor.access({
        controlPlane,
        project: stage.project,
        stage: stage.name,
        person,
      });
    } catch (error) {
      return { status: 'unknown', reason: toError(error).message };
    }
  };
}
