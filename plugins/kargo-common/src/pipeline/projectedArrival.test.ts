import {
  freight,
  request,
  stage,
  verified,
} from '../__fixtures__/pipelineObjects';
import { projectedArrival, type PipelinePace } from './projectedArrival';

const at = new Date('2026-11-21T12:00:00Z');
const pace: PipelinePace = {
  promotionSeconds: () => 60,
  verificationSeconds: () => 300,
  opensAt: (_, from) => from,
};
const test = stage('test');
const uat = stage('uat', ['test']);
const prod = stage('prod', [], {
  requests: [request({ stages: ['uat'], requiredSoakSeconds: 3600 })],
});
const inTest = freight('1.0.1', {
  currentlyIn: [{ stage: 'test', since: '2026-11-21T11:58:00Z' }],
});

const project = (
  options: Partial<Parameters<typeof projectedArrival>[0]> = {},
) =>
  projectedArrival({
    stage: prod,
    freight: inTest,
    stages: [test, uat, prod],
    at,
    pace,
    ...options,
  });

describe('projectedArrival', () => {
  it('adds what lies between', () => {
    // In test since 11:58, verified there at 12:03, in uat at 12:04, soaked until 13:04, promoted until 13:05.
    expect(project()).toEqual({
      status: 'expected',
      notBefore: '2026-11-21T13:05:00.000Z',
      byHand: [],
      unknownDurations: [],
    });
  });

  it('does not wait for what has happened', () => {
    const item = freight('1.0.1', {
      verifiedIn: [verified('test'), verified('uat')],
      currentlyIn: [{ stage: 'uat', since: '2026-11-21T11:30:00Z' }],
    });
    expect(project({ freight: item })).toMatchObject({
      notBefore: '2026-11-21T12:31:00.000Z',
    });
  });

  it('is no estimate where lengths are not known, and says where', () => {
    const unknown = {
      ...pace,
      promotionSeconds: (name: string) => (name === 'uat' ? undefined : 60),
      verificationSeconds: () => undefined,
    };
    // The verification that began in the past ends now at the earliest.
    expect(project({ pace: unknown })).toEqual({
      status: 'expected',
      notBefore: '2026-11-21T13:01:00.000Z',
      byHand: [],
      unknownDurations: ['test', 'uat'],
    });
  });

  it('waits for a window, and names where somebody has to promote', () => {
    const monday = new Date('2026-11-23T08:00:00Z');
    expect(
      project({
        stage: { ...prod, autoPromotion: false },
        stages: [test, { ...uat, autoPromotion: false }, prod],
        pace: {
          ...pace,
          opensAt: (name, from) => (name === 'prod' ? monday : from),
        },
      }),
    ).toEqual({
      status: 'expected',
      notBefore: '2026-11-23T08:01:00.000Z',
      byHand: ['uat', 'prod'],
      unknownDurations: [],
    });
  });

  it('takes the soonest of several ways, and the latest where all count', () => {
    const eu = stage('eu');
    const us = stage('us');
    const item = freight('1.0.1', {
      verifiedIn: [verified('eu', 3600), verified('us')],
      currentlyIn: [{ stage: 'us', since: '2026-11-21T11:50:00Z' }],
    });
    const both = (availability: 'All' | 'OneOf') =>
      project({
        freight: item,
        stages: [eu, us],
        stage: stage('prod', [], {
          requests: [
            request({
              stages: ['eu', 'us'],
              requiredSoakSeconds: 3600,
              availability,
            }),
          ],
        }),
      });
    expect(both('OneOf')).toMatchObject({
      notBefore: '2026-11-21T12:01:00.000Z',
    });
    expect(both('All')).toMatchObject({
      notBefore: '2026-11-21T12:51:00.000Z',
    });
  });

  it.each([
    [
      'no end of a freeze',
      { pace: { ...pace, opensAt: () => undefined } },
      'test is frozen without a known end',
      freight('1.0.1'),
    ],
    [
      'a circle',
      { stages: [stage('uat', ['prod']), stage('prod', ['uat'])] },
      'the stages before prod form a circle',
      freight('1.0.1'),
    ],
    [
      'a stage that does not exist',
      { stages: [prod] },
      'there is no stage uat',
      freight('1.0.1'),
    ],
  ])('knows no time with %s', (_, options, because, item) => {
    const stages = 'stages' in options ? options.stages : undefined;
    const last = stages?.find(({ name }) => name === 'prod') ?? prod;
    expect(project({ ...options, stage: last, freight: item })).toEqual({
      status: 'impossible',
      because,
    });
  });

  it('knows what is there', () => {
    const item = freight('1.0.1', {
      currentlyIn: [{ stage: 'prod', since: '2026-11-20T12:00:00Z' }],
    });
    expect(project({ freight: item })).toEqual({
      status: 'arrived',
      since: '2026-11-20T12:00:00Z',
    });
  });
});
