import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { requirePermission } from '@fairway/backend-requests';
import { platformScorecardReadPermission } from '@fairway/plugin-platform-scorecard-common';
import { READ } from '../requirements';
import type { ScorecardService } from '../services/ScorecardService';

/** Lets agents read what people read on the page, with the same permission. */
export function createGetPlatformScorecardAction(options: {
  readonly actionsRegistry: ActionsRegistryService;
  readonly permissions: PermissionsService;
  readonly scorecard: ScorecardService;
}): void {
  const { actionsRegistry, permissions, scorecard } = options;
  actionsRegistry.register({
    name: 'get-platform-scorecard',
    title: 'Get platform scorecard',
    description: `Reads how well the internal platform is doing: adoption of golden paths and time to value, each with its 95 % interval and sample size, the last 26 weeks, and the health of the sources.

Quote the headline with its "asOf". "no-data" and "unknown" mean that nothing is known, not zero. A change is a fact only where its verdict is "up" or "down". Warnings say what the numbers miss. Do not rank people or teams with it.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: platformScorecardReadPermission,
    schema: {
      input: z =>
        z.object({
          synthetic: z
            .enum(['include', 'exclude'])
            .default('include')
            .describe('Whether facts from simulated sources count'),
        }),
      output: z =>
        z.object({
          headline: z.string().describe('The answer in one sentence'),
          asOf: z.string().describe('When it was computed, ISO 8601'),
          warnings: z.array(z.string()),
          scorecard: z
            .record(z.unknown())
            .describe('The full answer of GET /scorecard'),
        }),
    },
    action: async ({ input, credentials }) => {
      await requirePermission(READ, { permissions, credentials });
      const result = await scorecard.getScorecard({
        synthetic: input.synthetic ?? 'include',
      });
      const { headline, asOf, warnings } = result;
      return { output: { headline, asOf, warnings, scorecard: { ...result } } };
    },
  });
}
