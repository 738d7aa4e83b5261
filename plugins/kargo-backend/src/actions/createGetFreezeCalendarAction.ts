import {
  calendarHeadline,
  freezeSentence,
  type Calendar,
} from '@fairway/plugin-kargo-common';
import type { CalendarService } from '../calendar';
import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

const DAY_MS = 86_400_000;
const MAX_TIMES = 5;

/** Lets agents ask when the stages of an entity may be promoted. */
export function createGetFreezeCalendarAction(
  deps: Pick<ReadActionDeps, 'actionsRegistry' | 'permissions'> & {
    readonly calendar: Pick<CalendarService, 'getEntityCalendar'>;
  },
) {
  const { actionsRegistry, permissions, calendar } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'get-freeze-calendar',
    title: 'Get the freeze calendar of an entity',
    description:
      'Says which Kargo stages of a component are frozen or closed, until when and by which rules, which freezes and change windows come, which rules work against each other, and which sources of rules could not be read. Times are in UTC.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(INPUTS.entityRef),
          days: z
            .number()
            .int()
            .min(1)
            .max(100)
            .default(28)
            .describe('How many days to look ahead'),
        }),
      output: z =>
        z.object({
          headline: z.string(),
          notices: z.array(z.string()),
          stages: z.array(
            z.object({
              names: z.array(z.string()),
              total: z.number(),
              status: z.string(),
              sentence: z.string(),
            }),
          ),
          rules: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              kind: z.string(),
              reason: z.string().optional(),
              problem: z.string().optional(),
              times: z.array(
                z.object({
                  start: z.string().optional(),
                  end: z.string().optional(),
                }),
              ),
              moreTimes: z.number(),
            }),
          ),
          overlaps: z.array(z.string()),
          unknownSources: z.array(z.string()),
        }),
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const from = new Date();
      const to = new Date(from.getTime() + context.input.days * DAY_MS);
      const answer = await calendar.getEntityCalendar(
        entityRef,
        { from: from.toISOString(), to: to.toISOString() },
        caller,
      );
      return { output: agentCalendar(answer) };
    },
  });
}

function agentCalendar(calendar: Calendar) {
  const { groups, rules, overlaps, sources, notices, asOf } = calendar;
  const reader = { timeZone: 'UTC', now: asOf };
  return {
    headline: calendarHeadline(calendar, reader),
    notices,
    stages: groups.map(({ stages, state }) => ({
      names: stages.shown.map(
        ({ controlPlane, project, stage }) =>
          `${controlPlane}/${project}/${stage}`,
      ),
      total: stages.total,
      status: state.status,
      sentence: freezeSentence({ state, ...reader }),
    })),
    rules: rules.map(
      ({ id, title, kind, reason, problem, times, moreTimes = 0 }) => ({
        id,
        title,
        kind: kind === 'deny' ? 'freeze' : 'change window',
        reason,
        problem,
        times: times.slice(0, MAX_TIMES),
        moreTimes: Math.max(0, times.length - MAX_TIMES) + moreTimes,
      }),
    ),
    overlaps: overlaps.map(({ message }) => message),
    unknownSources: sources.flatMap(({ title, freshness, detail }) =>
      freshness.status === 'live' && !detail
        ? []
        : [
            [`${title}: ${freshness.status}`, detail]
              .filter(Boolean)
              .join('. '),
          ],
    ),
  };
}
