import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { platformFactsServiceMock } from './platformFactsServiceMock';
import { platformFactsServiceRef } from './platformFactsServiceRef';

describe('platformFactsServiceMock', () => {
  it('takes the place of the real service', async () => {
    const mock = platformFactsServiceMock();
    const producer = createBackendPlugin({
      pluginId: 'producer',
      register(env) {
        env.registerInit({
          deps: { facts: platformFactsServiceRef },
          async init({ facts }) {
            facts.publish([]);
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [producer, mock.factory],
    });
    await backend.stop();
    expect(mock.publish).toHaveBeenCalledWith([]);
  });
});
