import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kargoAdvisorExtensionPoint } from '@fairway/plugin-kargo-node';
import { OpenAiAdvisor } from './OpenAiAdvisor';
import { readAdvisorConfig } from './readAdvisorConfig';

/**
 * Advice about failed promotions from a model behind an OpenAI-compatible endpoint; off unless it is configured.
 *
 * @public
 */
export const kargoModuleAdvisorOpenai = createBackendModule({
  pluginId: 'kargo',
  moduleId: 'advisor-openai',
  register(env) {
    env.registerInit({
      deps: {
        advisor: kargoAdvisorExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ advisor, config, logger }) {
        const read = readAdvisorConfig(config);
        if (read.status === 'off') {
          const line = `Advice from a model is off: ${read.reason}`;
          if (read.mistake) logger.warn(line);
          else logger.info(line);
          return;
        }
        const { model, baseUrl } = read.settings;
        advisor.setAdvisor(OpenAiAdvisor.create(read.settings));
        logger.info(
          `Advice from a model is on: ${model} at ${new URL(baseUrl).origin}`,
        );
      },
    });
  },
});
