import { freshnessSchema } from '@fairway/observation';
import { z } from 'zod/v4';
import { FIT_VERDICTS } from '../fit';
import { UNEVALUATED_RULES } from '../model';
import { moveViewSchema } from './moveView';

const shortageSchema = z.object({
  resource: z.string(),
  requested: z.number(),
  free: z.number(),
  allocatable: z.number(),
});

const nearMissSchema = z.object({
  kind: z.enum(['resources', 'taint', 'cordoned', 'affinity', 'ports']),
  sentence: z.string(),
  /** At most a few names; `count` says how many there are. */
  nodes: z.array(z.string()),
  count: z.number(),
  shortages: z.array(shortageSchema).optional(),
});

/**
 * What quota and placement say together.
 *
 * @remarks
 * `go`: both allow it; `fragmentation`: quota would, no place; `ask-for-quota`: there is a place, quota does not allow
 * it; `both`: neither; `unknown`: one of them cannot be said.
 *
 * @public
 */
export const GATE_OUTCOMES = [
  'go',
  'fragmentation',
  'ask-for-quota',
  'both',
  'unknown',
] as const;

/** @public */
export type GateOutcome = (typeof GATE_OUTCOMES)[number];

const quotaGateSchema = z.object({
  /** `none`: no quota applies. */
  status: z.enum([
    'none',
    'within',
    'borrowing',
    'after-others',
    'never',
    'unknown',
  ]),
  sentence: z.string(),
});

/** Whether pods of a shape fit in a cluster, and why not. */
export const fitViewSchema = z.object({
  cluster: z.object({ name: z.string(), title: z.string().optional() }),
  freshness: freshnessSchema,
  sentence: z.string(),
  outcome: z.enum(GATE_OUTCOMES),
  verdict: z.enum(FIT_VERDICTS),
  replicas: z.number(),
  /** Pods that fit together; at least these where nodes are unknown. */
  slots: z.number(),
  /** Nodes that take some, those that take most first; at most 50. */
  feasible: z.array(z.object({ node: z.string(), slots: z.number() })),
  feasibleNodes: z.number(),
  nodes: z.number(),
  unknownNodes: z.number(),
  reasons: z.array(z.object({ reason: z.string(), nodes: z.number() })),
  /** What the scheduler would write. */
  message: z.string().optional(),
  unevaluated: z.array(z.enum(UNEVALUATED_RULES)),
  nearMisses: z.array(nearMissSchema),
  quota: quotaGateSchema,
  /** What the ResourceQuotas of the namespace say; absent where it has none or none was asked about. */
  namespaceQuota: quotaGateSchema.optional(),
  moves: moveViewSchema.optional(),
  /** Of several clusters only the first ones are searched for moves: asked alone, this one is searched too. */
  movesOmitted: z.boolean().optional(),
});

/** @public */
export type FitView = z.infer<typeof fitViewSchema>;

/** @public */
export type NearMissView = z.infer<typeof nearMissSchema>;

/** @public */
export type QuotaGateView = z.infer<typeof quotaGateSchema>;
