import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { actionEntryId } from '@fairway/plugin-kargo-common';
import createKnex from 'knex';
import { ada, bo, cy, infrastructure, promotion } from '../approvals';
import { ApprovalService, DatabaseApprovalStore } from '../../approvals';
import { DatabaseLedgerStore, LedgerRecorder } from '../../ledger';
import {
  changingSource,
  succeededPromotion,
} from '../../ledger/__testUtils__/changingSource';
import {
  replicaDatabaseSchema,
  replicaTaskSchema,
  type ReplicaAnswer,
  type ReplicaTask,
} from './replicaTask';

/**
 * A replica of the backend, as far as it writes: a process of its own with connections of its own to the database that it
 * shares. It gets its tasks as messages and answers each.
 */
const { connection } = replicaDatabaseSchema.parse(
  JSON.parse(process.env.REPLICA_DATABASE ?? '{}'),
);
const client = createKnex({ client: 'pg', connection });
const logger = mockServices.rootLogger({ level: 'none' });
const ledger = DatabaseLedgerStore.create({ client, logger });
const told: string[] = [];
const approvals = ApprovalService.create({
  store: DatabaseApprovalStore.create({ client, logger }),
  logger,
  now: () => new Date(),
  createId: randomUUID,
  lifetime: 'PT4H',
  onNews: ({ type }) => {
    told.push(type);
  },
});

async function record(promotions: number): Promise<string[]> {
  const source = changingSource();
  for (let index = 0; index < promotions; index++) {
    source.promotions.put(
      `orders/uat.${index}`,
      succeededPromotion(`${index}`),
    );
  }
  const recorder = LedgerRecorder.create({
    listSources: async () => [source],
    store: ledger,
    logger,
    settings: {
      portalIdentities: [],
      allowedPaths: ['auto', 'portal', 'kargo', 'service'],
      keptSince: () => new Date(0),
      redact: text => text,
      riskClassOf: () => undefined,
    },
    onRecorded: entries => told.push(...entries.map(({ id }) => id)),
  });
  await recorder.reconcile();
  await recorder.stop();
  return [];
}

async function claim(requestId: string): Promise<string[]> {
  const added = await ledger.append(
    [
      {
        id: actionEntryId(requestId, 'requested'),
        kind: 'action',
        action: 'promote',
        outcome: 'requested',
        requestId,
        controlPlane: promotion.controlPlane,
        project: promotion.project,
        stage: promotion.stage,
        freight: promotion.freight,
        subject: { kind: 'Request', name: requestId },
        at: new Date().toISOString(),
        timeBasis: 'recorded',
        actor: { kind: 'person', name: ada.ref },
        path: 'portal',
      },
    ],
    new Date(),
  );
  return added.map(({ id }) => id);
}

async function carryOut(task: ReplicaTask): Promise<string[]> {
  switch (task.do) {
    case 'record':
      return record(task.promotions);
    case 'request-approval': {
      const { id } = await approvals.request({
        caller: ada,
        purpose: 'promotion',
        binding: { ...promotion, freight: task.freight },
        riskClass: infrastructure,
        ownerRef: undefined,
        reason: 'customers cannot pay since noon',
      });
      return [id];
    }
    case 'approve': {
      for (const caller of [bo, cy]) {
        await approvals.decide({ id: task.id, caller, verdict: 'approve' });
      }
      return [task.id];
    }
    case 'use-approval': {
      const used = await approvals.use({
        ids: [task.id],
        caller: ada,
        binding: {
          ...promotion,
          freight: task.freight,
          riskClass: infrastructure.name,
        },
      });
      return used.map(({ id }) => id);
    }
    default:
      return claim(task.requestId);
  }
}

async function answerTo(task: ReplicaTask): Promise<ReplicaAnswer> {
  told.length = 0;
  await sleep(Math.max(0, task.atMs - Date.now()));
  try {
    return { outcome: 'done', ids: await carryOut(task), told: [...told] };
  } catch (error) {
    return { outcome: 'refused', error: String(error), told: [...told] };
  }
}

process.on('message', message => {
  const task = replicaTaskSchema.safeParse(message);
  // The loader that runs TypeScript has messages of its own.
  if (!task.success) return;
  answerTo(task.data).then(answer => process.send?.(answer));
});
process.once('disconnect', () => process.exit());

client.raw('select 1').then(
  () => process.send?.({ outcome: 'ready' } satisfies ReplicaAnswer),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
