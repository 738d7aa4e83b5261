import { parseInput } from '@fairway/backend-requests';
import {
  actionPreflightBodySchema,
  actionPreflightSchema,
  PORTAL_ACTIONS,
} from '@fairway/plugin-kargo-common';
import type { EntityTargets } from '../execution/EntityTargets';
import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

/** Lets agents ask what stands against anything that people may do on the page; doing it is left to people. */
export function createPreflightActionAction(
  deps: Pick<ReadActionDeps, 'actionsRegistry' | 'permissions'> & {
    readonly targets: Pick<EntityTargets, 'check'>;
  },
) {
  const { actionsRegistry, permissions, targets } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'preflight-action',
    title: 'Check an action',
    description:
      'Says what every control says of something that people may do in Kargo from the page: promote downstream, approve freight, abort, refresh, verify again or resume auto-promotion. Answers for each stage that it concerns. Changes nothing.',
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().describe(INPUTS.entityRef),
            order: z
              .object({
                action: z.enum(PORTAL_ACTIONS),
                controlPlane: z.string().describe(INPUTS.controlPlane),
                stage: z
                  .string()
                  .optional()
                  .describe('For all but abort and refresh'),
                freight: z
                  .string()
                  .optional()
                  .describe('For promote, promote-downstream, approve-freight'),
                promotion: z.string().optional().describe('For abort'),
                kind: z
                  .enum(['Stage', 'Warehouse'])
                  .optional()
                  .describe('For refresh'),
                name: z.string().optional().describe('For refresh'),
                origin: z
                  .string()
                  .optional()
                  .describe(
                    'For resume-auto-promotion, such as Warehouse/orders',
                  ),
              })
              .strict(),
          })
          .strict(),
      output: z =>
        z.object({
          action: z.string(),
          targets: z.array(
            z
              .object({
                decision: z.enum(['clear', 'blocked']),
                version: z.string().optional(),
              })
              // What people are shown is shown to agents too, as it grows.
              .passthrough(),
          ),
        }),
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const { order } = parseInput(actionPreflightBodySchema, {
        order: context.input.order,
      });
      const answer = await targets.check(entityRef, order, {
        ...caller,
        // Nothing is written down of a check, so the name of the agent is not needed.
        byAgent: {},
      });
      return { output: actionPreflightSchema.parse(answer) };
    },
  });
}
