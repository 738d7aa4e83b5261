import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { Router } from 'express';
import type { Knex } from 'knex';
import type { ClusterResourcesService } from '@fairway/kubernetes-resources';
import { ApprovalService, DatabaseApprovalStore } from '../approvals';
import { ConnectingApprovalStore } from '../approvals/ConnectingApprovalStore';
import { EntityApprovals } from '../approvals/EntityApprovals';
import { People } from '../approvals/People';
import { tellApprovals } from '../approvals/tellApprovals';
import type { readControlsConfig } from '../controls/readControlsConfig';
import type { Connection } from '../database/Connection';
import type { LedgerStore } from '../ledger/LedgerStore';
import { ActionFacts } from '../preflight/ActionFacts';
import { PreflightService } from '../preflight/PreflightService';
import { ActionLedger } from './ActionLedger';
import { createActionRouter } from './createActionRouter';
import { createExecutionRouter } from './createExecutionRouter';
import { createExecutors } from './createExecutors';
import { EntityTargets } from './EntityTargets';
import { ExecutionService } from './ExecutionService';
import { PersonIdentities } from './kubernetes/PersonIdentities';
import type { readExecutionConfig } from './readExecutionConfig';

type PreflightOptions = ConstructorParameters<typeof PreflightService>[0];
type PeopleOptions = ConstructorParameters<typeof People>[0];
type IdentityOptions = ConstructorParameters<typeof PersonIdentities>[0];
type RouterOptions = Parameters<typeof createExecutionRouter>[0];

/** Puts together what asks, approves and carries out promotions. */
export function createPromoting(
  options: Omit<PreflightOptions, 'approvals' | 'facts'> &
    PeopleOptions &
    Omit<IdentityOptions, 'config'> &
    Pick<RouterOptions, 'auditor' | 'httpAuth' | 'permissions'> & {
      readonly clusterResources: ClusterResourcesService;
      readonly controlsConfig: ReturnType<typeof readControlsConfig>;
      readonly database: Connection<Knex>;
      readonly executionConfig: ReturnType<typeof readExecutionConfig>;
      readonly ledger: LedgerStore;
      readonly logger: LoggerService;
      readonly notifications: NotificationService;
    },
): {
  readonly approvals: ApprovalService;
  /** What routes and actions do for an entity. */
  readonly entities: Pick<
    RouterOptions,
    'approvals' | 'execution' | 'preflights'
  >;
  readonly router: Router;
  readonly targets: EntityTargets;
} {
  const { controlsConfig, database, executionConfig, logger } = options;
  const approvals = ApprovalService.create({
    store: ConnectingApprovalStore.create({
      connect: async () =>
        DatabaseApprovalStore.create({ client: await database.get(), logger }),
    }),
    logger,
    now: () => new Date(),
    createId: () => randomUUID(),
    lifetime: controlsConfig.approvalLifetime,
    onNews: tellApprovals(options),
  });
  const people = new People(options);
  const identities = new PersonIdentities({
    ...options,
    config: executionConfig.identity,
  });
  const executors = createExecutors({
    ...options,
    executors: executionConfig.executors,
    identities,
    people,
  });
  const facts = new ActionFacts({ ...options, executors });
  const preflights = new PreflightService({ ...options, approvals, facts });
  const targets = new EntityTargets({ ...options, facts, people, preflights });
  const entities = {
    preflights,
    approvals: new EntityApprovals({
      ...options,
      people,
      approvals,
      preflights,
    }),
    execution: new ExecutionService({
      approvals,
      executors,
      actionLedger: new ActionLedger({ store: options.ledger }),
      people,
      targets,
    }),
  };
  const router = Router();
  router.use(createExecutionRouter({ ...options, ...entities }));
  router.use(createActionRouter({ ...options, ...entities, targets }));
  return {
    approvals,
    entities,
    router,
    targets,
  };
}
