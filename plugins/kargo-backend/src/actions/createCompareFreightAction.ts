import {
  INPUTS,
  READ_ACTION,
  readAskedEntity,
  type ReadActionDeps,
} from './readAction';

const SIDE =
  'freight:<control plane>/<name> or stage:<control plane>/<name>, which is what the stage has now';

/** Lets agents ask what separates two stages or two pieces of freight. */
export function createCompareFreightAction(deps: ReadActionDeps) {
  const { actionsRegistry, permissions, promotions } = deps;
  actionsRegistry.register({
    ...READ_ACTION,
    name: 'compare-freight',
    title: 'Compare freight',
    description:
      'Says what differs between two pieces of Kargo freight, or between what two stages have: images with their digests, charts, commits with a link to those between.',
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(INPUTS.entityRef),
          from: z.string().max(600).describe(SIDE),
          to: z.string().max(600).describe(SIDE),
        }),
      output: z => {
        const side = z.object({
          title: z.string(),
          version: z.string().optional(),
        });
        return z.object({
          summary: z.string(),
          from: side,
          to: side,
          changes: z.array(z.unknown()),
        });
      },
    },
    action: async context => {
      const { entityRef, caller } = await readAskedEntity(context, permissions);
      const { from, to } = context.input;
      return {
        output: await promotions.compareFreight(
          entityRef,
          { from, to },
          caller,
        ),
      };
    },
  });
}
