import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type {
  LogEvent,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';
import { scaffolderServiceMock } from '@backstage/plugin-scaffolder-node/testUtils';
import { ScaffolderSource } from './ScaffolderSource';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const TEMPLATE = 'template:default/standard';

function task(
  id: string,
  status: ScaffolderTask['status'],
  more: { createdAt?: string; lastHeartbeatAt?: string } = {},
): ScaffolderTask {
  return {
    id,
    status,
    createdAt: '2026-03-02T11:00:00.000Z',
    ...more,
    spec: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      parameters: { password: 'hunter2' },
      steps: [],
      output: {},
      templateInfo: {
        entityRef: TEMPLATE,
        entity: {
          metadata: {
            name: 'standard',
            annotations: { 'golden-path/version': '1.4.0' },
          },
        },
      },
    },
  };
}

function event(type: LogEvent['type'], createdAt: string): LogEvent {
  return { id: 1, taskId: '', type, createdAt, body: { message: '' } };
}

function createSource(
  tasks: ScaffolderTask[],
  logs: Record<string, LogEvent[]> = {},
) {
  const scaffolder = scaffolderServiceMock.mock({
    listTasks: async ({ limit = 100, offset = 0 }) => ({
      items: tasks.slice(offset, offset + limit),
      totalItems: tasks.length,
    }),
    getTask: async ({ taskId }) => {
      const found = tasks.find(({ id }) => id === taskId);
      if (!found) {
        throw new NotFoundError(`No task ${taskId}`);
      }
      return found;
    },
    getLogs: async ({ taskId }) => logs[taskId] ?? [],
  });
  let now = NOW;
  const source = ScaffolderSource.create({
    scaffolder,
    auth: mockServices.auth(),
    now: () => now,
  });
  return {
    source,
    scaffolder,
    tasks,
    logs,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

const types = (facts: readonly { id: string }[]) => facts.map(({ id }) => id);

describe('ScaffolderSource', () => {
  it('tells of a run that ended, with the time of its end and without its parameters', async () => {
    const { source } = createSource([task('t1', 'completed')], {
      t1: [
        event('log', '2026-03-02T11:00:01.000Z'),
        event('completion', '2026-03-02T11:03:00.000Z'),
      ],
    });
    const { facts, cursor } = await source.poll(undefined);
    const common = {
      specversion: '1.0',
      source: 'scaffolder',
      subject: TEMPLATE,
      data: {
        path: TEMPLATE,
        pathVersion: '1.4.0',
        taskId: 't1',
        attempt: 1,
      },
    };
    expect(facts).toEqual([
      {
        ...common,
        type: 'dev.fairway.path.run.started',
        id: 't1:1:dev.fairway.path.run.started',
        time: '2026-03-02T11:00:00.000Z',
      },
      {
        ...common,
        type: 'dev.fairway.path.run.completed',
        id: 't1:1:dev.fairway.path.run.completed',
        time: '2026-03-02T11:03:00.000Z',
      },
    ]);
    expect(JSON.stringify([facts, cursor])).not.toContain('hunter2');
  });

  it('follows a running task to its end and never reads the log of a running one', async () => {
    const world = createSource([
      task('t1', 'processing', { createdAt: '2026-03-02T11:59:00.000Z' }),
    ]);
    const first = await world.source.poll(undefined);
    expect(types(first.facts)).toEqual(['t1:1:dev.fairway.path.run.started']);
    expect(world.scaffolder.getLogs).not.toHaveBeenCalled();

    world.tasks[0] = { ...world.tasks[0], status: 'failed' };
    world.logs.t1 = [event('completion', '2026-03-02T12:00:05.000Z')];
    world.wait(10_000);
    const second = await world.source.poll(first.cursor);
    expect(types(second.facts)).toContain('t1:1:dev.fairway.path.run.failed');

    world.wait(10_000);
    const third = await world.source.poll(second.cursor);
    expect(third.facts).toEqual([]);
    expect(world.scaffolder.getLogs).toHaveBeenCalledTimes(1);
  });

  it('gives a retry its own attempt and invents no end for the one before', async () => {
    const { source } = createSource([task('t1', 'completed')], {
      t1: [
        event('recovered', '2026-03-02T11:10:00.000Z'),
        event('completion', '2026-03-02T11:12:00.000Z'),
      ],
    });
    const { facts } = await source.poll(undefined);
    expect(facts.map(({ id, time }) => [id, time])).toEqual([
      ['t1:1:dev.fairway.path.run.started', '2026-03-02T11:00:00.000Z'],
      ['t1:2:dev.fairway.path.run.started', '2026-03-02T11:10:00.000Z'],
      ['t1:2:dev.fairway.path.run.completed', '2026-03-02T11:12:00.000Z'],
    ]);
  });

  it('finds the retry of an old task within the hour', async () => {
    const old = task('old', 'failed', {
      createdAt: '2026-02-01T11:00:00.000Z',
      lastHeartbeatAt: '2026-02-01T11:01:00.000Z',
    });
    const young = Array.from({ length: 150 }, (_, index) =>
      task(`y${index}`, 'skipped', { createdAt: '2026-02-20T11:00:00.000Z' }),
    );
    const world = createSource([...young, old], {
      old: [event('completion', '2026-02-01T11:01:00.000Z')],
    });
    let cursor: string | undefined;
    for (let round = 0; round < 5; round += 1) {
      cursor = (await world.source.poll(cursor)).cursor;
      world.wait(10_000);
    }
    world.tasks[150] = {
      ...old,
      status: 'completed',
      lastHeartbeatAt: '2026-03-02T12:10:00.000Z',
    };
    world.logs.old = [
      event('recovered', '2026-03-02T12:09:00.000Z'),
      event('completion', '2026-03-02T12:11:00.000Z'),
    ];
    world.wait(60 * 60 * 1000);
    const { facts } = await world.source.poll(cursor);
    expect(types(facts)).toContain('old:2:dev.fairway.path.run.completed');
  });

  it('spreads a long backfill over polls and misses nothing', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      task(`t${index}`, 'cancelled'),
    );
    const logs = Object.fromEntries(
      many.map(({ id }) => [
        id,
        [event('cancelled', '2026-03-02T11:05:00.000Z')],
      ]),
    );
    const { source, wait } = createSource(many, logs);
    const seen = new Set<string>();
    let cursor: string | undefined;
    for (let round = 0; round < 3; round += 1) {
      const result = await source.poll(cursor);
      result.facts.forEach(({ id }) => seen.add(id));
      cursor = result.cursor;
      wait(10_000);
    }
    expect(seen.size).toBe(240);
    expect((await source.poll(cursor)).facts).toEqual([]);
  });

  it('leaves out what cannot be read, and tasks of no template', async () => {
    const broken = { ...task('broken', 'completed'), createdAt: 'yesterday' };
    const bare = task('bare', 'completed');
    const { source } = createSource(
      [
        broken,
        { ...bare, spec: { ...bare.spec, templateInfo: undefined } },
        task('good', 'completed'),
      ],
      { good: [event('completion', '2026-03-02T11:03:00.000Z')] },
    );
    const { facts } = await source.poll('not a cursor');
    expect(types(facts)).toEqual([
      'good:1:dev.fairway.path.run.started',
      'good:1:dev.fairway.path.run.completed',
    ]);
  });

  it('forgets a task that is gone', async () => {
    const { source } = createSource([]);
    const cursor = JSON.stringify({
      lookedUntil: NOW,
      scannedAllAt: NOW,
      open: ['gone'],
      settled: {},
    });
    const result = await source.poll(cursor);
    expect(result.facts).toEqual([]);
    expect(JSON.parse(result.cursor)).toMatchObject({ open: [] });
  });

  it('wakes the poll when the scaffolder says that something happened', async () => {
    const events = mockServices.events.mock();
    const source = ScaffolderSource.create({
      scaffolder: scaffolderServiceMock.mock(),
      auth: mockServices.auth(),
      events,
    });
    const wake = jest.fn();
    await source.subscribe(wake);
    const [[{ topics, onEvent }]] = events.subscribe.mock.calls;
    expect(topics).toEqual(['scaffolder.task']);
    await onEvent({ topic: 'scaffolder.task', eventPayload: { id: 't1' } });
    expect(wake).toHaveBeenCalledWith();
  });
});
