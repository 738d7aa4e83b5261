import {
  freight,
  request,
  stage,
  verified,
} from '../__fixtures__/pipelineObjects';
import { freightAvailability } from './availability';

const at = new Date('2026-11-21T12:00:00Z');
const HOUR = 3600;
const status = (...args: Parameters<typeof freightAvailability>) =>
  freightAvailability(...args).status;

const prod = (overrides: Parameters<typeof request>[0]) =>
  stage('prod', [], { requests: [request(overrides)] });

// The cases of TestStage_IsFreightAvailable in akuity/kargo api/v1alpha1/stage_types_test.go at v1.11.2, with its results.
describe('freightAvailability decides as Kargo does', () => {
  it.each([
    [
      'another project',
      prod({ direct: true }),
      freight('f', { project: 'other' }),
      'not-requested',
    ],
    [
      'approved, but not requested',
      stage('prod', [], { requests: [] }),
      freight('f', { approvedFor: [{ stage: 'prod', approvedAt: undefined }] }),
      'not-requested',
    ],
    [
      'approved',
      prod({ stages: ['uat'] }),
      freight('f', { approvedFor: [{ stage: 'prod', approvedAt: undefined }] }),
      'available',
    ],
    ['direct', prod({ direct: true }), freight('f'), 'available'],
    [
      'verified upstream, no soak',
      prod({ stages: ['uat'] }),
      freight('f', { verifiedIn: [verified('uat')] }),
      'available',
    ],
    [
      'verified, no completed soak',
      prod({ stages: ['uat'], requiredSoakSeconds: HOUR }),
      freight('f', { verifiedIn: [verified('uat')] }),
      'waiting',
    ],
    [
      'soaked for too short',
      prod({ stages: ['uat'], requiredSoakSeconds: 2 * HOUR }),
      freight('f', { verifiedIn: [verified('uat', HOUR)] }),
      'waiting',
    ],
    [
      'soaked long enough',
      prod({ stages: ['uat'], requiredSoakSeconds: HOUR }),
      freight('f', { verifiedIn: [verified('uat', HOUR)] }),
      'available',
    ],
    [
      'all of two, one missing',
      prod({
        stages: ['eu', 'us'],
        availability: 'All',
        requiredSoakSeconds: HOUR,
      }),
      freight('f', { verifiedIn: [verified('eu', 2 * HOUR)] }),
      'waiting',
    ],
    [
      'all of two',
      prod({
        stages: ['eu', 'us'],
        availability: 'All',
        requiredSoakSeconds: HOUR,
      }),
      freight('f', {
        verifiedIn: [verified('eu', 2 * HOUR), verified('us', 2 * HOUR)],
      }),
      'available',
    ],
    [
      'one of two is enough by default',
      prod({ stages: ['eu', 'us'], requiredSoakSeconds: HOUR }),
      freight('f', { verifiedIn: [verified('us', HOUR)] }),
      'available',
    ],
    [
      'another warehouse',
      prod({ stages: ['uat'] }),
      freight('f', {
        origin: 'Warehouse/other',
        verifiedIn: [verified('uat')],
      }),
      'not-requested',
    ],
  ])('%s', (_, target, item, expected) => {
    expect(status(target, item, at)).toBe(expected);
  });

  it('counts the soak time that runs now', () => {
    const target = prod({ stages: ['uat'], requiredSoakSeconds: HOUR });
    const since = (time: string) =>
      freight('f', {
        verifiedIn: [verified('uat', 60)],
        currentlyIn: [{ stage: 'uat', since: time }],
      });
    expect(status(target, since('2026-11-21T11:00:00Z'), at)).toBe('available');
    expect(status(target, since('2026-11-21T11:00:01Z'), at)).toBe('waiting');
  });

  it('does not count soak time before verification', () => {
    const item = freight('f', {
      currentlyIn: [{ stage: 'uat', since: '2026-11-20T12:00:00Z' }],
    });
    expect(
      freightAvailability(
        prod({ stages: ['uat'], requiredSoakSeconds: HOUR }),
        item,
        at,
      ),
    ).toEqual({
      status: 'waiting',
      needs: 'OneOf',
      gaps: [{ kind: 'unverified', stage: 'uat' }],
    });
  });
});

describe('freightAvailability says what is missing', () => {
  const target = prod({ stages: ['uat'], requiredSoakSeconds: HOUR });

  it('how long the soak takes and when it ends', () => {
    const item = freight('f', {
      verifiedIn: [verified('uat')],
      currentlyIn: [{ stage: 'uat', since: '2026-11-21T11:12:00Z' }],
    });
    // 48 of 60 minutes are over.
    expect(freightAvailability(target, item, at)).toMatchObject({
      gaps: [
        {
          kind: 'soaking',
          stage: 'uat',
          leftSeconds: 720,
          until: '2026-11-21T12:12:00.000Z',
        },
      ],
    });
  });

  it('that the time does not run where freight has left', () => {
    const item = freight('f', { verifiedIn: [verified('uat', 600)] });
    expect(freightAvailability(target, item, at)).toMatchObject({
      gaps: [{ kind: 'soaking', leftSeconds: 3000, until: undefined }],
    });
  });
});
