import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { kargoAdvisorExtensionPoint } from '@fairway/plugin-kargo-node';
import kargoModuleAdvisorOpenai from './index';

async function start(openai?: Record<string, string>) {
  const setAdvisor = jest.fn();
  const logger = mockServices.logger.mock();
  await startTestBackend({
    extensionPoints: [[kargoAdvisorExtensionPoint, { setAdvisor }]],
    features: [
      kargoModuleAdvisorOpenai,
      logger.factory,
      mockServices.rootConfig.factory({
        data: openai ? { kargo: { advisor: { openai } } } : {},
      }),
    ],
  });
  return { setAdvisor, logger };
}

describe('kargoModuleAdvisorOpenai', () => {
  it('is off unless it is configured, and says so', async () => {
    const { setAdvisor, logger } = await start();
    expect(setAdvisor).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith(
      'Advice from a model is off: kargo.advisor.openai is not configured',
    );
  });

  it('sets the advisor where it is configured, and logs no key', async () => {
    const { setAdvisor, logger } = await start({
      baseUrl: 'https://models.example.com/v1',
      apiKey: 'sk-house',
      model: 'house-model-1',
    });
    expect(setAdvisor).toHaveBeenCalledWith(
      expect.objectContaining({ model: 'house-model-1' }),
    );
    expect(logger.info).toHaveBeenCalledWith(
      'Advice from a model is on: house-model-1 at https://models.example.com',
    );
    const lines = JSON.stringify(logger.info.mock.calls);
    expect(lines).not.toContain('sk-house');
  });

  it('does not stop the plugin where the configuration is wrong', async () => {
    const { setAdvisor, logger } = await start({ model: 'house-model-1' });
    expect(setAdvisor).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^Advice from a model is off: .*baseUrl/),
    );
  });
});
