import { parseInput } from '@fairway/backend-requests';
import {
  preflightBodySchema,
  preflightViewSchema,
} from '@fairway/plugin-kargo-common';
import type { PreflightService } from '../preflight/PreflightService';
import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';
import { PROMOTION_INPUTS } from './writeAction';

/** Lets agents ask what stands against a promotion before anybody asks for it. */
export function createPreflightAction(
  deps: Pick<ReadActionDeps, 'actionsRegistry' | 'permissions'> & {
    readonly preflights: Pick<PreflightService, 'check'>;
  },
) {
  const { actionsRegistry, permissions, preflights } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'preflight',
    title: 'Check a promotion',
    description:
      'Says what every control says of a Kargo promotion, all at once: what blocks it, until when and who can act, what it warns of, which approvals it has and needs, and how a person goes on. Changes nothing.',
    schema: {
      input: z =>
        z
          .object({
            entityRef: z.string().describe(INPUTS.entityRef),
            controlPlane: z.string().describe(INPUTS.controlPlane),
            stage: z.string().describe(`Stage. ${INPUTS.name}`),
            freight: z.string().describe(PROMOTION_INPUTS.freight),
            intent: z.enum(['promote', 'rollback']).optional(),
          })
          .strict(),
      output: z => {
        const finding = z.object({
          control: z.string(),
          message: z.string(),
          value: z.string(),
          until: z.string().optional(),
          whoCanAct: z.string(),
        });
        return (
          z
            .object({
              decision: z.enum(['clear', 'blocked']),
              version: z.string().optional(),
              blockers: z.array(finding),
              warnings: z.array(finding),
              executionMode: z.string(),
              handOffUrl: z.string().optional(),
            })
            // What people are shown is shown to agents too, as it grows.
            .passthrough()
        );
      },
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const { controlPlane, stage, freight, intent } = context.input;
      const wanted = parseInput(preflightBodySchema, {
        controlPlane,
        stage,
        freight,
        intent,
      });
      const answer = await preflights.check(entityRef, wanted, caller);
      return { output: preflightViewSchema.parse(answer) };
    },
  });
}
