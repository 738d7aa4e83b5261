import { parseInput } from '@fairway/backend-requests';
import {
  promoteBodySchema,
  promoteResponseSchema,
} from '@fairway/plugin-kargo-common';
import type { ExecutionService } from '../execution/ExecutionService';
import { INPUTS } from './readAction';
import {
  PROMOTION_INPUTS,
  writeForEntity,
  type WriteActionDeps,
} from './writeAction';

/** Lets agents promote on behalf of the person who is signed in, after every control was asked. */
export function createPromoteAction(
  deps: WriteActionDeps & {
    readonly execution: Pick<ExecutionService, 'promote'>;
  },
) {
  const { actionsRegistry, execution } = deps;
  actionsRegistry.register({
    attributes: { readOnly: false, idempotent: true, destructive: true },
    name: 'promote',
    title: 'Promote',
    description:
      'Promotes Kargo freight into a stage as the person who is signed in, after every control was asked at that moment. Refuses with everything that stands against it; ask preflight first.',
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().describe(INPUTS.entityRef),
            controlPlane: z.string().max(253).describe(INPUTS.controlPlane),
            stage: z.string().max(253).describe(`Stage. ${INPUTS.name}`),
            freight: z.string().max(253).describe(PROMOTION_INPUTS.freight),
            intent: z.enum(['promote', 'rollback']).optional(),
            reason: z.string().max(2_000).describe(PROMOTION_INPUTS.reason),
            requestId: z
              .string()
              .max(253)
              .describe(
                'A UUID that you make for this promotion; sent again with the same, it is carried out once',
              ),
          })
          .strict(),
      output: z => z.object({ promotion: z.string() }),
    },
    action: async ({ input, credentials }) => {
      const answer = await writeForEntity(
        { eventId: 'promotion-create', input, credentials },
        deps,
        async ({ entityRef, body, caller }) => {
          const order = parseInput(promoteBodySchema, body);
          const promoted = await execution.promote(entityRef, order, caller);
          return { answer: promoted, meta: { ...promoted } };
        },
      );
      return { output: promoteResponseSchema.parse(answer) };
    },
  });
}
