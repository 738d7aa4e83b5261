import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

/** Lets agents read what people read on the Promotions tab. */
export function createGetPromotionsAction(deps: ReadActionDeps) {
  const { actionsRegistry, permissions, promotions } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'get-entity-promotions',
    title: 'Get promotions of an entity',
    description:
      'Says in which Kargo stages the versions of a component are, with freight, promotions and their steps. What could not be observed is said to be unknown.',
    schema: {
      input: z =>
        z.object({ entityRef: z.string().describe(INPUTS.entityRef) }),
      output: z =>
        z.object({
          headline: z.string(),
          riskClass: z.string().optional(),
          notices: z.array(z.string()),
          projects: z.array(z.unknown()),
        }),
    },
    action: async context => {
      const asked = await readAskedEntity(context, permissions);
      return {
        output: await promotions.getEntityPromotions(
          asked.entityRef,
          asked.caller,
        ),
      };
    },
  });
}
