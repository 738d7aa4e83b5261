import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { EffectLedger } from '../domain/EffectLedger';
import { createEffectsAction } from './createEffectsAction';

describe('golden-path:effects', () => {
  const workspace = createMockDirectory();

  it('knows what a step created before it failed', async () => {
    const ledger = EffectLedger.of({ workspacePath: workspace.path });
    await ledger.record('Repository: https://forge/demo/orders.git');
    await ledger.record('Kargo on platform: Project/orders');
    const output = jest.fn();
    await createEffectsAction().handler({
      ...createMockActionContext({
        input: {
          effects: [
            { what: 'Repository', value: 'https://forge/demo/orders.git' },
          ],
        },
        workspacePath: workspace.path,
      }),
      output,
    });
    expect(output).toHaveBeenCalledWith('created', [
      'Repository: https://forge/demo/orders.git',
      'Kargo on platform: Project/orders',
    ]);
  });

  it('lists what exists and leaves out what did not run', async () => {
    const output = jest.fn();
    await createEffectsAction().handler({
      ...createMockActionContext({
        input: {
          effects: [
            { what: 'Repository', value: 'https://forge/demo/orders.git' },
            { what: 'Kargo', value: ['Project/orders', 'Stage/test'] },
            { what: 'Component', value: undefined },
            { what: 'Pull request', value: '' },
          ],
        },
        workspacePath: workspace.resolve('empty'),
      }),
      output,
    });
    expect(output).toHaveBeenCalledWith('created', [
      'Repository: https://forge/demo/orders.git',
      'Kargo: Project/orders',
      'Kargo: Stage/test',
    ]);
  });
});
