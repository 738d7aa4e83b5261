import { z } from 'zod/v4';

/** What a replica is told first. */
export const replicaDatabaseSchema = z.object({
  connection: z.record(z.string(), z.unknown()),
});

const at = {
  /** When it begins, in milliseconds since 1970, so that replicas begin together. */
  atMs: z.number(),
};

/** What a replica can be told to do. */
export const replicaTaskSchema = z.discriminatedUnion('do', [
  /** Records a control plane with as many promotions that have succeeded. */
  z.object({ do: z.literal('record'), promotions: z.number(), ...at }),
  z.object({ do: z.literal('request-approval'), freight: z.string(), ...at }),
  z.object({ do: z.literal('approve'), id: z.string(), ...at }),
  z.object({
    do: z.literal('use-approval'),
    id: z.string(),
    freight: z.string(),
    ...at,
  }),
  /** Takes the lock under which a request is carried out. */
  z.object({ do: z.literal('claim-request'), requestId: z.string(), ...at }),
]);

export type ReplicaTask = z.infer<typeof replicaTaskSchema>;

/** What came of it. */
export const replicaAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ready') }),
  z.object({
    outcome: z.literal('done'),
    /** The ids of what it alone has added, or of what it has found. */
    ids: z.array(z.string()),
    /** What it told of, as notifications or facts would. */
    told: z.array(z.string()),
  }),
  z.object({
    outcome: z.literal('refused'),
    error: z.string(),
    told: z.array(z.string()),
  }),
]);

export type ReplicaAnswer = z.infer<typeof replicaAnswerSchema>;
