import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Caller, PortalOrder } from '@fairway/plugin-kargo-common';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStore } from '../ledger/__testUtils__/createStore';
import { ActionLedger } from './ActionLedger';
import type { Assignment } from './ActionExecutor';
import { ExecutionService } from './ExecutionService';
import type { ActionTarget, CheckedTarget } from './handlers';

jest.setTimeout(60_000);

const ada: Caller = {
  kind: 'user',
  ref: 'user:default/ada',
  ownershipRefs: ['user:default/ada'],
};

const clear: CheckedTarget = {
  decision: 'clear',
  blockers: [],
  warnings: [],
  overridden: [],
  riskClass: 'application',
  freight: '76415fe',
  work: {
    action: 'promote',
    project: 'orders',
    stage: 'prod',
    freight: '76415fe',
  },
};

const target = (
  stage: string,
  checked: Partial<CheckedTarget> = {},
  action: ActionTarget['action'] = 'promote',
): ActionTarget => ({
  subject: { kind: 'Stage', name: stage },
  action,
  controlPlane: 'emea',
  project: 'orders',
  stage,
  check: async () => ({ ...clear, ...checked }),
});

const promote: PortalOrder = {
  action: 'promote',
  controlPlane: 'emea',
  stage: 'prod',
  freight: '76415fe',
  intent: 'promote',
};
const downstream: PortalOrder = {
  action: 'promote-downstream',
  controlPlane: 'emea',
  stage: 'uat',
  freight: '76415fe',
};

describe('ExecutionService', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function start(
    targets: readonly ActionTarget[],
    refuse: (assignment: Assignment) => boolean = () => false,
  ) {
    const { store } = await createStore(databases, 'SQLITE_3');
    const executed: Assignment[] = [];
    const used: unknown[] = [];
    const service = new ExecutionService({
      approvals: {
        use: async (order: unknown) => {
          used.push(order);
          return [];
        },
      },
      executors: {
        of: () => ({
          execute: async assignment => {
            executed.push(assignment);
            await sleep(1);
            return refuse(assignment)
              ? { status: 'refused', reason: 'Kargo says no.' }
              : { status: 'executed', promotion: `p${executed.length}` };
          },
        }),
      },
      actionLedger: new ActionLedger({ store }),
      people: { callerOf: async () => ada },
      targets: { of: async () => targets },
    });
    return {
      executed,
      used,
      store,
      act: (order: PortalOrder, requestId: string = randomUUID()) =>
        service.act(
          'component:default/orders',
          { order, reason: 'why', requestId },
          { credentials: mockCredentials.user() },
        ),
    };
  }

  it('carries each request out once, however many come at once and however often', async () => {
    const stages = ['prod-eu', 'prod-us', 'prod-ap'];
    const { act, executed } = await start(
      stages.map(stage => target(stage, {}, 'promote-downstream')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 4 }), {
          minLength: 2,
          maxLength: 12,
        }),
        async (requests, delays) => {
          executed.length = 0;
          const ids = Array.from({ length: requests }, () => randomUUID());
          await Promise.all(
            delays.map(async (delay, index) => {
              await sleep(delay);
              await act(downstream, ids[index % ids.length]);
            }),
          );
          const sent = new Set(delays.map((_, index) => index % ids.length));
          expect(executed).toHaveLength(sent.size * stages.length);
          const requestsSeen = executed.map(
            ({ annotations }) => annotations['kargo.fairway.dev/request'],
          );
          expect(new Set(requestsSeen).size).toBe(executed.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('goes on where something stands against one of several', async () => {
    const { act, executed } = await start(
      [
        target('a', {}, 'promote-downstream'),
        target(
          'b',
          {
            decision: 'blocked',
            blockers: [
              {
                control: 'window',
                message: 'Frozen until Monday.',
                value: 'closed',
                whoCanAct: 'time',
              },
            ],
          },
          'promote-downstream',
        ),
        target('c', {}, 'promote-downstream'),
        target('d', {}, 'promote-downstream'),
      ],
      () => executed.length === 2,
    );
    const { results } = await act(downstream);
    expect(
      results.map(({ subject, outcome, message }) => [
        subject.name,
        outcome,
        message,
      ]),
    ).toEqual([
      ['a', 'executed', undefined],
      ['b', 'blocked', 'Frozen until Monday.'],
      ['c', 'refused', 'Kargo says no.'],
      ['d', 'executed', undefined],
    ]);
  });

  it('keeps over which controls broken glass passed, and who the second person was', async () => {
    const binding = {
      controlPlane: 'emea',
      project: 'orders',
      stage: 'prod',
      freight: '76415fe',
      riskClass: 'application',
    };
    const { act, store, used } = await start([
      target('prod', {
        overridden: ['window', 'soak'],
        confirmedBy: { kind: 'person', name: 'user:default/bo' },
        approvals: { ids: ['glass'], binding },
      }),
    ]);
    await act(promote);
    expect(used).toEqual([{ ids: ['glass'], caller: ada, binding }]);
    const { entries } = await store.find({ kind: ['override'] }, { limit: 5 });
    expect(entries).toMatchObject([
      {
        kind: 'override',
        controls: ['window', 'soak'],
        actor: { name: 'user:default/ada' },
        confirmedBy: { name: 'user:default/bo' },
        reason: 'why',
        stage: 'prod',
      },
    ]);
  });

  it('does not take what is broken here for something that stands against it', async () => {
    const broken: ActionTarget = {
      ...target('a', {}, 'promote-downstream'),
      check: async () => {
        throw new TypeError('no such table');
      },
    };
    const { act } = await start([broken]);
    await expect(act(downstream)).rejects.toThrow('no such table');
  });

  it('keeps no override of what did not happen', async () => {
    const { act, store } = await start(
      [target('prod', { overridden: ['window'] })],
      () => true,
    );
    await expect(act(promote)).rejects.toThrow('Kargo says no.');
    const { entries } = await store.find({ kind: ['override'] }, { limit: 5 });
    expect(entries).toEqual([]);
  });
});
