import { stageSentence } from './detailSentence';
import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

/** Lets agents ask why freight is not in a stage. */
export function createExplainStageAction(deps: ReadActionDeps) {
  const { actionsRegistry, permissions, promotions } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'explain-stage',
    title: 'Explain a stage',
    description:
      'Says why a version is not in a Kargo stage: every condition that is not met, with what it waits for, the time left where that is known, and whether a person could promote all the same. Without freight it explains what comes next.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(INPUTS.entityRef),
          controlPlane: z.string().min(1).describe(INPUTS.controlPlane),
          stage: z.string().min(1).describe(`Stage. ${INPUTS.name}`),
          freight: z
            .string()
            .min(1)
            .optional()
            .describe('Name, alias or version of the freight'),
        }),
      output: z =>
        z
          .object({
            summary: z.string(),
            controlPlane: z.string(),
            project: z.string(),
            stage: z.unknown(),
            explanations: z.array(z.unknown()),
            holds: z.array(z.unknown()),
            history: z.array(z.unknown()),
          })
          // What people are shown is shown to agents too, as it grows.
          .passthrough(),
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const { controlPlane, stage, freight } = context.input;
      const detail = await promotions.getStage(
        entityRef,
        { controlPlane, name: stage, freight },
        caller,
      );
      return { output: { summary: stageSentence(detail), ...detail } };
    },
  });
}
