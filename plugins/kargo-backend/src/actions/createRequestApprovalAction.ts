import { parseInput } from '@fairway/backend-requests';
import {
  approvalResponseSchema,
  requestApprovalBodySchema,
} from '@fairway/plugin-kargo-common';
import type { EntityApprovals } from '../approvals/EntityApprovals';
import { INPUTS } from './readAction';
import {
  PROMOTION_INPUTS,
  writeForEntity,
  type WriteActionDeps,
} from './writeAction';

// Breaking the glass is asked for by people, never by agents on their behalf.
const bodySchema = requestApprovalBodySchema.omit({
  entityRef: true,
  project: true,
  purpose: true,
});

/** Lets agents ask for the approval that a promotion needs; people decide about it. */
export function createRequestApprovalAction(
  deps: WriteActionDeps & {
    readonly approvals: Pick<EntityApprovals, 'request'>;
  },
) {
  const { actionsRegistry, approvals } = deps;
  actionsRegistry.register({
    attributes: { readOnly: false, idempotent: true, destructive: false },
    name: 'request-approval',
    title: 'Ask for approval of a promotion',
    description:
      'Asks for the approval that a Kargo promotion needs, on behalf of the person who is signed in. The approvers are notified; only people decide, and never the one who asked. An open request for the same promotion is given again.',
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().describe(INPUTS.entityRef),
            controlPlane: z.string().max(253).describe(INPUTS.controlPlane),
            stage: z.string().max(253).describe(`Stage. ${INPUTS.name}`),
            freight: z.string().max(253).describe(PROMOTION_INPUTS.freight),
            reason: z.string().max(2_000).describe(PROMOTION_INPUTS.reason),
          })
          .strict(),
      output: z =>
        z.object({
          request: z
            .object({
              id: z.string(),
              state: z.string(),
              requiredApprovals: z.number(),
              approverGroups: z.array(z.string()),
              expiresAt: z.string(),
            })
            // What people are shown is shown to agents too, as it grows.
            .passthrough(),
        }),
    },
    action: async ({ input, credentials }) => {
      const request = await writeForEntity(
        { eventId: 'approval-request', input, credentials },
        deps,
        async ({ entityRef, body, caller }) => {
          const wanted = parseInput(bodySchema, body);
          const answer = await approvals.request(
            entityRef,
            { ...wanted, purpose: 'promotion' },
            caller,
          );
          return { answer, meta: { approval: answer.id } };
        },
      );
      return { output: approvalResponseSchema.parse({ request }) };
    },
  });
}
