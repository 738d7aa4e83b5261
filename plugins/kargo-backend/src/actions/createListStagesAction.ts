import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';
import { stageList } from './stageList';

/** Lets agents see which version each stage has, how it is, and what comes next. */
export function createListStagesAction(deps: ReadActionDeps) {
  const { actionsRegistry, permissions, promotions } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'list-stages',
    title: 'List stages of an entity',
    description:
      'Lists the Kargo stages of a component over all control planes, with the version in each, its health, and what comes next or why it does not. Says how current each list is; a list that could not be read is unknown, not empty.',
    schema: {
      input: z =>
        z.object({ entityRef: z.string().describe(INPUTS.entityRef) }),
      output: z =>
        z.object({
          headline: z.string(),
          notices: z.array(z.string()),
          projects: z.array(
            z.object({
              controlPlane: z.string(),
              project: z.string(),
              observed: z.string(),
              stages: z.array(
                z.object({
                  name: z.string(),
                  production: z.boolean(),
                  version: z.string().optional(),
                  freight: z.string().optional(),
                  since: z.string().optional(),
                  phase: z.string(),
                  health: z.string(),
                  healthIssues: z.array(z.string()),
                  verification: z.string().optional(),
                  next: z
                    .object({
                      version: z.string().optional(),
                      freight: z.string(),
                      status: z.string(),
                      byItself: z.boolean(),
                      reasons: z.array(z.string()),
                      moreReasons: z.number(),
                      notBefore: z.string().optional(),
                    })
                    .optional(),
                }),
              ),
            }),
          ),
        }),
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const answer = await promotions.getEntityPromotions(entityRef, caller);
      return {
        output: {
          headline: answer.headline,
          notices: answer.notices,
          projects: stageList(answer),
        },
      };
    },
  });
}
