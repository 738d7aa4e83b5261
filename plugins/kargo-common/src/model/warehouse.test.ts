import { readWarehouse } from './warehouse';

const DISCOVERED_AT = '2026-11-21T11:00:00Z';

const warehouse = (conditions: object[]) =>
  readWarehouse({
    metadata: { name: 'orders', namespace: 'orders', uid: '1' },
    spec: {},
    status: {
      conditions,
      discoveredArtifacts: { discoveredAt: DISCOVERED_AT },
    },
  });

describe('readWarehouse', () => {
  it('says what went wrong since it last looked with success, whatever the transition time says', () => {
    const { problem } = warehouse([
      {
        type: 'Healthy',
        status: 'False',
        reason: 'DiscoveryFailed',
        message: 'Unable to discover artifacts: 401',
        lastTransitionTime: '2025-01-01T00:00:00Z',
      },
    ]);
    expect(problem).toEqual({
      reason: 'DiscoveryFailed',
      message: 'Unable to discover artifacts: 401',
      since: DISCOVERED_AT,
    });
  });

  it('takes a warehouse that is looking for none that finds nothing', () => {
    const { problem } = warehouse([
      { type: 'Healthy', status: 'Unknown', reason: 'Pending' },
      {
        type: 'Ready',
        status: 'False',
        reason: 'DiscoveryInProgress',
        message: 'Waiting for discovery to complete',
      },
    ]);
    expect(problem).toBeUndefined();
  });
});
