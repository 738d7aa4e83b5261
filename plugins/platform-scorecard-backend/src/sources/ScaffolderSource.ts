import type { AuthService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { HumanDuration } from '@backstage/types';
import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { z } from 'zod/v4';
import {
  parseScaffolderCursor,
  type ScaffolderCursor,
} from './scaffolderCursor';
import {
  endFacts,
  isEndStatus,
  SCAFFOLDER_SOURCE,
  startFacts,
  taskEventSchema,
  taskSchema,
} from './scaffolderRunFacts';

/** Undocumented: where it is renamed, tasks are found on the next interval. */
const TASK_TOPIC = 'scaffolder.task';
const PAGE_SIZE = 100;
/** Each task costs two requests, so a backfill is spread over many polls. */
const TASKS_PER_POLL = 50;
/** Clocks differ and a task's end is written a while after its last heartbeat. */
const OVERLAP_MS = 10 * 60 * 1000;
const SCAN_ALL_EVERY_MS = 60 * 60 * 1000;

type Task = z.infer<typeof taskSchema>;

/**
 * Runs of templates, read through the scaffolder's API with the plugin's own credentials.
 *
 * Tasks come newest first. Those that changed since the last poll are followed until they end; the log of a task is only
 * read once it has ended, because reading the log of a running task blocks for up to 30 seconds. A retry re-opens an
 * old task without any notice, so every hour all tasks are looked through for heartbeats that are new.
 */
export class ScaffolderSource implements FactSource {
  static create(options: {
    readonly scaffolder: ScaffolderService;
    readonly auth: AuthService;
    readonly events?: EventsService;
    readonly interval?: HumanDuration;
    readonly now?: () => number;
  }): ScaffolderSource {
    return new ScaffolderSource(options);
  }

  readonly id = SCAFFOLDER_SOURCE;
  readonly interval: HumanDuration | undefined;
  readonly consequence = 'runs of templates since then are not seen';
  readonly #scaffolder: ScaffolderService;
  readonly #auth: AuthService;
  readonly #events: EventsService | undefined;
  readonly #now: () => number;

  private constructor(options: Parameters<typeof ScaffolderSource.create>[0]) {
    this.#scaffolder = options.scaffolder;
    this.#auth = options.auth;
    this.#events = options.events;
    this.interval = options.interval;
    this.#now = options.now ?? Date.now;
  }

  /** Its events are published before they are stored for good, and those of a retry not at all. */
  async subscribe(wake: () => void): Promise<void> {
    await this.#events?.subscribe({
      id: 'platform-scorecard.scaffolder',
      topics: [TASK_TOPIC],
      onEvent: async () => wake(),
    });
  }

  async poll(text: string | undefined) {
    const cursor = parseScaffolderCursor(text);
    const now = this.#now();
    const scanAll = now - cursor.scannedAllAt >= SCAN_ALL_EVERY_MS;
    const changedAfter = cursor.lookedUntil - OVERLAP_MS;
    const found = await this.#findChanged(cursor, changedAfter, scanAll);

    const open = new Set([...cursor.open, ...found]);
    const settled = new Map(
      Object.entries(cursor.settled).filter(([, at]) => at >= changedAfter),
    );
    const facts: PlatformFact[] = [];
    for (const id of [...open].slice(0, TASKS_PER_POLL)) {
      const task = await this.#readTask(id);
      open.delete(id);
      if (!task) {
        continue;
      }
      facts.push(...startFacts(task));
      if (isRunning(task)) {
        // To the end of the queue, so that tasks that wait for ever hold up nobody.
        open.add(id);
      } else {
        facts.push(...(await this.#readEnd(task)));
        settled.set(id, changedAt(task));
      }
    }
    const next: ScaffolderCursor = {
      lookedUntil: now,
      scannedAllAt: scanAll ? now : cursor.scannedAllAt,
      open: [...open],
      settled: Object.fromEntries(settled),
    };
    return { facts, cursor: JSON.stringify(next) };
  }

  async #findChanged(
    cursor: ScaffolderCursor,
    changedAfter: number,
    scanAll: boolean,
  ): Promise<string[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const found: string[] = [];
    for (let offset = 0; ; offset += PAGE_SIZE) {
      const { items } = await this.#scaffolder.listTasks(
        { limit: PAGE_SIZE, offset },
        { credentials },
      );
      const tasks = items.flatMap(item => parseTask(item));
      for (const task of tasks) {
        const at = changedAt(task);
        if (at >= changedAfter && cursor.settled[task.id] !== at) {
          found.push(task.id);
        }
      }
      const onlyOld =
        tasks.length > 0 &&
        tasks.every(task => Date.parse(task.createdAt) < changedAfter);
      if (items.length < PAGE_SIZE || (onlyOld && !scanAll)) {
        return found.reverse();
      }
    }
  }

  async #readTask(taskId: string): Promise<Task | undefined> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    try {
      const task = await this.#scaffolder.getTask({ taskId }, { credentials });
      return parseTask(task).at(0);
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }

  async #readEnd(task: Task): Promise<PlatformFact[]> {
    if (!isEndStatus(task.status) || !task.spec.templateInfo) {
      return [];
    }
    const credentials = await this.#auth.getOwnServiceCredentials();
    const events = await this.#scaffolder.getLogs(
      { taskId: task.id },
      { credentials },
    );
    return endFacts(
      task,
      events.flatMap(event => {
        const parsed = taskEventSchema.safeParse(event);
        return parsed.success ? [parsed.data] : [];
      }),
    );
  }
}

/** A task that cannot be read is left out, so that it does not hide the others. */
function parseTask(task: unknown): Task[] {
  const parsed = taskSchema.safeParse(task);
  return parsed.success ? [parsed.data] : [];
}

function isRunning(task: Task): boolean {
  return task.status === 'open' || task.status === 'processing';
}

function changedAt(task: Task): number {
  const heartbeat = task.lastHeartbeatAt ? Date.parse(task.lastHeartbeatAt) : 0;
  return Math.max(Date.parse(task.createdAt), heartbeat);
}
