import { isFreightAvailable } from './freightAvailability';
import { freightSchema, stageSchema } from './kargoSchemas';

const NOW = new Date('2026-11-21T12:00:00Z');
const metadata = { namespace: 'p', creationTimestamp: '2026-11-01T00:00:00Z' };

function stage(sources: object) {
  return stageSchema.parse({
    metadata: { ...metadata, name: 'prod' },
    spec: {
      requestedFreight: [{ origin: { kind: 'Warehouse', name: 'w' }, sources }],
    },
  });
}

function freight(status: object, origin = 'w') {
  return freightSchema.parse({
    metadata: { ...metadata, name: 'f' },
    origin: { kind: 'Warehouse', name: origin },
    status,
  });
}

const verified = { verifiedAt: '2026-11-21T10:00:00Z' };

// Expected values by reading Stage.IsFreightAvailable of Kargo v1.11.
describe('isFreightAvailable', () => {
  it.each([
    ['direct', { direct: true }, {}, true],
    ['not verified upstream', { stages: ['uat'] }, {}, false],
    [
      'verified upstream',
      { stages: ['uat'] },
      { verifiedIn: { uat: verified } },
      true,
    ],
    [
      'soaking since 59 of 60 minutes',
      { stages: ['uat'], requiredSoakTime: '1h' },
      {
        verifiedIn: { uat: verified },
        currentlyIn: { uat: { since: '2026-11-21T11:01:00Z' } },
      },
      false,
    ],
    [
      'soaked for 60 of 60 minutes',
      { stages: ['uat'], requiredSoakTime: '1h' },
      {
        verifiedIn: { uat: verified },
        currentlyIn: { uat: { since: '2026-11-21T11:00:00Z' } },
      },
      true,
    ],
    [
      'soaked earlier, no longer there',
      { stages: ['uat'], requiredSoakTime: '1h' },
      { verifiedIn: { uat: { ...verified, longestSoak: '1h30m0s' } } },
      true,
    ],
    [
      'there long enough, but never verified',
      { stages: ['uat'], requiredSoakTime: '1h' },
      { currentlyIn: { uat: { since: '2026-11-20T00:00:00Z' } } },
      false,
    ],
    [
      'one of two upstreams',
      { stages: ['a', 'b'] },
      { verifiedIn: { b: verified } },
      true,
    ],
    [
      'one of two upstreams where all are required',
      { stages: ['a', 'b'], availabilityStrategy: 'All' },
      { verifiedIn: { b: verified } },
      false,
    ],
    [
      'approved in spite of everything',
      { stages: ['uat'], requiredSoakTime: '1h' },
      { approvedFor: { prod: { approvedAt: '2026-11-21T11:59:00Z' } } },
      true,
    ],
  ])('%s', (_case, sources, status, expected) => {
    expect(isFreightAvailable(stage(sources), freight(status), NOW)).toBe(
      expected,
    );
  });

  it('is never available to a stage that asks for another origin', () => {
    const approved = {
      approvedFor: { prod: { approvedAt: NOW.toISOString() } },
    };
    expect(
      isFreightAvailable(stage({ direct: true }), freight(approved, 'x'), NOW),
    ).toBe(false);
  });
});
