import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createEffectsAction } from './createEffectsAction';

describe('golden-path:effects', () => {
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
