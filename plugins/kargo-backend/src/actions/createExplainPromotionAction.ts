import { promotionSentence } from './detailSentence';
import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

/** Lets agents ask how a promotion went, and at which step it stands or failed. */
export function createExplainPromotionAction(deps: ReadActionDeps) {
  const { actionsRegistry, permissions, promotions } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'explain-promotion',
    title: 'Explain a promotion',
    description:
      'Says how a Kargo promotion stands: its steps with status, time, message and links, at which one it failed or waits, and what is known of the cause.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(INPUTS.entityRef),
          controlPlane: z.string().min(1).describe(INPUTS.controlPlane),
          promotion: z.string().min(1).describe(`Promotion. ${INPUTS.name}`),
        }),
      output: z =>
        z
          .object({
            summary: z.string(),
            controlPlane: z.string(),
            project: z.string(),
            name: z.string(),
            stage: z.string(),
            phase: z.string(),
            steps: z.array(z.unknown()),
          })
          // What people are shown is shown to agents too, as it grows.
          .passthrough(),
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const { controlPlane, promotion } = context.input;
      const detail = await promotions.getPromotion(
        entityRef,
        { controlPlane, name: promotion },
        caller,
      );
      return { output: { summary: promotionSentence(detail), ...detail } };
    },
  });
}
