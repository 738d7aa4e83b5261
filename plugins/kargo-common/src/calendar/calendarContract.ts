import { freshnessSchema } from '@fairway/observation';
import { z } from 'zod/v4';

const count = z.number().int().min(0);

/** Times are ISO 8601; absent where the rule has no known beginning or end. */
const spanSchema = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
});

/** @public */
export type CalendarSpan = z.infer<typeof spanSchema>;

const stageRefSchema = z.object({
  controlPlane: z.string(),
  project: z.string(),
  stage: z.string(),
});

/** @public */
export type CalendarStageRef = z.infer<typeof stageRefSchema>;

/** How many stages, and the names of the first of them. */
const stageSetSchema = z.object({
  total: count,
  shown: z.array(stageRefSchema),
});

/** @public */
export type CalendarStageSet = z.infer<typeof stageSetSchema>;

const ownerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('config') }),
  z.object({ type: z.literal('risk-class'), riskClass: z.string() }),
  z.object({
    type: z.literal('kargo'),
    controlPlane: z.string(),
    project: z.string().optional(),
  }),
  z.object({
    type: z.literal('argocd'),
    controlPlane: z.string(),
    appProject: z.string(),
    application: z.string(),
  }),
]);

const ruleReferenceSchema = z.object({
  id: z.string(),
  title: z.string(),
  reason: z.string().optional(),
  owner: ownerSchema,
});

const causeSchema = z.object({
  cause: z.enum(['freeze', 'no-open-window', 'no-window-defined']),
  rules: z.array(ruleReferenceSchema),
  until: z.string().optional(),
});

const problemsSchema = z.array(
  z.object({ rule: ruleReferenceSchema, problem: z.string() }),
);

/** `FreezeState` as it is sent. */
export const calendarStateSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('open'),
    until: z.string().optional(),
    closesBy: z.array(causeSchema),
    problems: problemsSchema,
  }),
  z.object({
    status: z.literal('closed'),
    until: z.string().optional(),
    causes: z.array(causeSchema),
    problems: problemsSchema,
  }),
  z.object({ status: z.literal('unknown'), problems: problemsSchema }),
]);

const ruleSchema = z.object({
  id: z.string(),
  title: z.string(),
  reason: z.string().optional(),
  kind: z.enum(['allow', 'deny']),
  owner: ownerSchema,
  /** IANA name of the zone in which the rule is kept; absent where its times are instants. */
  timeZone: z.string().optional(),
  /** RRULE of RFC 5545, or the five fields of cron; absent where it is once. */
  recurrence: z.string().optional(),
  stages: stageSetSchema,
  /** Within the frame, in the order of their beginnings. */
  times: z.array(spanSchema),
  moreTimes: count.optional(),
  /** Why its times cannot be told. */
  problem: z.string().optional(),
});

/** @public */
export type CalendarRuleView = z.infer<typeof ruleSchema>;

const groupSchema = z.object({
  stages: stageSetSchema,
  /** Now. */
  state: calendarStateSchema,
  /** Ids of the rules. */
  rules: z.array(z.string()),
  /** When nothing may be promoted to these stages, within the frame. */
  closed: z.array(spanSchema),
  moreClosed: count.optional(),
});

/**
 * Stages to which the same rules apply.
 *
 * @public
 */
export type CalendarGroup = z.infer<typeof groupSchema>;

const overlapSchema = z.object({
  type: z.enum(['no-window-left', 'window-covered']),
  message: z.string(),
  /** Ids of the rules. */
  rules: z.array(z.string()),
  /** The first time. */
  from: z.string(),
  to: z.string(),
  /** How often in the next 180 days. */
  times: count,
  stages: stageSetSchema,
});

/** @public */
export type CalendarOverlap = z.infer<typeof overlapSchema>;

const sourceSchema = z.object({
  type: z.enum(['config', 'kargo', 'argocd']),
  title: z.string(),
  controlPlane: z.string().optional(),
  freshness: freshnessSchema,
  /** What of it is missing, or what to do about it. */
  detail: z.string().optional(),
});

/** @public */
export type CalendarSource = z.infer<typeof sourceSchema>;

const facetSchema = z.array(z.object({ value: z.string(), count }));

/**
 * Answer of `GET /calendar`, and of that of an entity. What would make it too long is counted.
 *
 * @public
 */
export const calendarSchema = z.object({
  /** When it was computed, ISO 8601. */
  asOf: z.string(),
  from: z.string(),
  to: z.string(),
  /** Of all stages that the filters leave. */
  counts: z.object({ open: count, closed: count, unknown: count }),
  groups: z.array(groupSchema),
  moreGroups: count.optional(),
  rules: z.array(ruleSchema),
  moreRules: count.optional(),
  overlaps: z.array(overlapSchema),
  moreOverlaps: count.optional(),
  sources: z.array(sourceSchema),
  notices: z.array(z.string()),
  facets: z.object({ controlPlane: facetSchema, project: facetSchema }),
});

/** @public */
export type Calendar = z.infer<typeof calendarSchema>;
