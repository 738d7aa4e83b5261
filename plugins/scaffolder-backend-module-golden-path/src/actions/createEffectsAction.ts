import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { EffectLedger } from '../domain/EffectLedger';
import { examples } from './createEffectsAction.examples';

/** Lists what a run left behind; meant for a step with `if: ${{ failure() }}`. */
export function createEffectsAction() {
  return createTemplateAction({
    id: 'golden-path:effects',
    description:
      'Lists what a run that failed has created so far, also what the step that failed had created. Running the template again with the same answers takes it over.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        effects: z =>
          z
            .array(
              z.object({
                what: z.string({ description: 'Such as Repository' }),
                value: z
                  .union([z.string(), z.array(z.string())])
                  .optional()
                  .describe('Output of the step; empty where it did not run'),
              }),
              {
                description:
                  'What other actions created; the golden-path actions are known',
              },
            )
            .optional(),
      },
      output: {
        created: z => z.array(z.string(), { description: 'What exists now' }),
      },
    },
    async handler(ctx) {
      const fromOthers = (ctx.input.effects ?? []).flatMap(({ what, value }) =>
        [value ?? []]
          .flat()
          .filter(Boolean)
          .map(item => `${what}: ${item}`),
      );
      const known = await EffectLedger.of(ctx).read();
      const created = [...new Set([...fromOthers, ...known])];
      if (created.length === 0) {
        ctx.logger.info('Nothing was created.');
      } else {
        ctx.logger.info(
          `Created before the failure:\n${created
            .map(line => `  - ${line}`)
            .join('\n')}`,
        );
        ctx.logger.info(
          'Run the template again with the same answers to go on from here, or delete what is listed.',
        );
      }
      ctx.output('created', created);
    },
  });
}
