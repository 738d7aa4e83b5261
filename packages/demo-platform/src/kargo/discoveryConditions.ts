import type { conditionsFrom } from './conditions';

type Drafts = Parameters<typeof conditionsFrom>[0];

export function discovered(artifacts: number, subscriptions: number): Drafts {
  const found = {
    status: 'True',
    reason: 'ArtifactsDiscovered',
    message: `Successfully discovered ${artifacts} artifacts from ${subscriptions} subscriptions`,
  } as const;
  return [
    { type: 'Ready', ...found },
    { type: 'Healthy', ...found },
  ];
}

/** As `pkg/controller/warehouses/warehouses.go` of v1.11 says it. */
export function notDiscovered(failure: string): Drafts {
  return [
    {
      type: 'Ready',
      status: 'False',
      reason: 'DiscoveryFailure',
      message: `Artifact discovery failed: ${failure}`,
    },
    {
      type: 'Healthy',
      status: 'False',
      reason: 'DiscoveryFailed',
      message: `Unable to discover artifacts: ${failure}`,
    },
  ];
}
