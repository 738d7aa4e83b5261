import type { PlatformFact } from '@fairway/plugin-platform-scorecard-common';
import { z } from 'zod/v4';

/** CloudEvents source of runs of templates. */
export const SCAFFOLDER_SOURCE = 'scaffolder';

const ANNOTATION_PATH_VERSION = 'golden-path/version';
/** What the contract of facts takes; a longer one is no version. */
const MAX_VERSION_LENGTH = 128;

/** What is read of a task. Its parameters may be private and are not looked at. */
export const taskSchema = z.object({
  id: z.string(),
  status: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  lastHeartbeatAt: z.iso.datetime({ offset: true }).nullish(),
  spec: z.object({
    templateInfo: z
      .object({
        entityRef: z.string(),
        entity: z
          .object({
            metadata: z.object({
              annotations: z.record(z.string(), z.string()).optional(),
            }),
          })
          .nullish(),
      })
      .nullish(),
  }),
});

/** What is read of a line of a task's log. */
export const taskEventSchema = z.object({
  type: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
});

type Task = z.infer<typeof taskSchema>;
type TaskEvent = z.infer<typeof taskEventSchema>;

const END_TYPES = {
  completed: 'dev.fairway.path.run.completed',
  failed: 'dev.fairway.path.run.failed',
  cancelled: 'dev.fairway.path.run.cancelled',
} as const;

type EndStatus = keyof typeof END_TYPES;

/** Whether the task has ended as a run that ran; a skipped task has not. */
export function isEndStatus(status: string): status is EndStatus {
  return Object.hasOwn(END_TYPES, status);
}

/** The fact that the first attempt of a task began: known from the task alone. */
export function startFacts(task: Task): PlatformFact[] {
  const template = task.spec.templateInfo;
  return template
    ? [
        runFact(
          task,
          template,
          1,
          'dev.fairway.path.run.started',
          task.createdAt,
        ),
      ]
    : [];
}

/**
 * Facts about a task that has ended.
 *
 * A retry re-opens the same task and deletes how the attempts before it ended; what it leaves is one `recovered` event an
 * attempt. So the number of the last attempt is known, and how earlier ones ended is not: nothing is said about them.
 */
export function endFacts(
  task: Task,
  events: readonly TaskEvent[],
): PlatformFact[] {
  const template = task.spec.templateInfo;
  if (!template || !isEndStatus(task.status)) {
    return [];
  }
  const recovered = events.filter(({ type }) => type === 'recovered');
  const end =
    events.findLast(({ type }) => type === 'completion' || type === 'cancelled')
      ?.createdAt ??
    task.lastHeartbeatAt ??
    undefined;
  const retries = recovered.map(({ createdAt }, index) =>
    runFact(
      task,
      template,
      index + 2,
      'dev.fairway.path.run.started',
      createdAt,
    ),
  );
  // Without any time the end is unknown, and a made-up one would distort durations.
  return end === undefined
    ? retries
    : [
        ...retries,
        runFact(
          task,
          template,
          recovered.length + 1,
          END_TYPES[task.status],
          end,
        ),
      ];
}

function runFact(
  task: Task,
  template: NonNullable<Task['spec']['templateInfo']>,
  attempt: number,
  type: (typeof END_TYPES)[EndStatus] | 'dev.fairway.path.run.started',
  time: string,
): PlatformFact {
  const version =
    template.entity?.metadata.annotations?.[ANNOTATION_PATH_VERSION];
  return {
    specversion: '1.0',
    source: SCAFFOLDER_SOURCE,
    id: `${task.id}:${attempt}:${type}`,
    type,
    time,
    subject: template.entityRef,
    data: {
      path: template.entityRef,
      pathVersion:
        version && version.length <= MAX_VERSION_LENGTH ? version : undefined,
      taskId: task.id,
      attempt,
    },
  };
}
