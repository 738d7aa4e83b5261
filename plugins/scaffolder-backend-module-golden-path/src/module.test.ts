import { startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import goldenPathModule from './index';

const exampleSchema = z.object({
  steps: z.array(
    z.object({
      action: z.string(),
      input: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

async function installedActions() {
  const actions: TemplateAction[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        { addActions: (...more: TemplateAction[]) => actions.push(...more) },
      ],
    ],
    features: [goldenPathModule, catalogServiceMock.factory()],
  });
  await backend.stop();
  return actions;
}

describe('scaffolderModuleGoldenPath', () => {
  it('adds its actions without any configuration', async () => {
    const actions = await installedActions();
    expect(
      actions.map(({ id, supportsDryRun }) => [id, supportsDryRun ?? false]),
    ).toEqual([
      ['golden-path:lock', true],
      ['golden-path:repository:adopt', false],
      ['golden-path:kargo:project', false],
      ['golden-path:register', false],
      ['golden-path:effects', true],
    ]);
  });

  it('has examples whose input each action takes', async () => {
    for (const { id, examples = [], schema } of await installedActions()) {
      expect(examples.length).toBeGreaterThanOrEqual(2);
      const required = schema?.input?.required;
      const known = Object.keys(schema?.input?.properties ?? {});
      for (const { example } of examples) {
        const step = exampleSchema
          .parse(parse(example))
          .steps.find(({ action }) => action === id);
        const given = Object.keys(step?.input ?? {});
        expect(known).toEqual(expect.arrayContaining(given));
        expect(given).toEqual(
          expect.arrayContaining(Array.isArray(required) ? required : []),
        );
      }
    }
  });
});
