import {
  collection,
  freight,
  request,
  stage,
} from '../../__fixtures__/pipelineObjects';
import type { Freight } from '../../model/freight';
import type { FreightRequest, Stage } from '../../model/stage';
import { availableSince } from './availableSince';

const verifiedIn = (
  name: string,
  time: string,
  longestSoakSeconds?: number,
) => ({
  stage: name,
  verifiedAt: `2026-11-21T${time}:00Z`,
  longestSoakSeconds,
});
const since = (name: string, time: string) => ({
  stage: name,
  since: `2026-11-21T${time}:00Z`,
});

function at(
  item: Partial<Freight>,
  requested: Partial<FreightRequest>,
  overrides: Partial<Stage> = {},
) {
  return availableSince(
    freight('1.0.1', item),
    stage('prod', [], { requests: [request(requested)], ...overrides }),
  )?.slice(11, 16);
}

describe('availableSince', () => {
  it.each<[string, Partial<Freight>, Partial<FreightRequest>, string?]>([
    ['found, from a warehouse', {}, { direct: true }, '08:00'],
    [
      'approved, before everything else',
      { approvedFor: [{ stage: 'prod', approvedAt: '2026-11-21T09:15:00Z' }] },
      { stages: ['uat'] },
      '09:15',
    ],
    [
      'verified',
      { verifiedIn: [verifiedIn('uat', '10:00')] },
      { stages: ['uat'] },
      '10:00',
    ],
    [
      'soaked, while it is still there',
      {
        verifiedIn: [verifiedIn('uat', '10:00')],
        currentlyIn: [since('uat', '09:30')],
      },
      { stages: ['uat'], requiredSoakSeconds: 3600 },
      '10:30',
    ],
    [
      'verified, later than soaked',
      {
        verifiedIn: [verifiedIn('uat', '11:00')],
        currentlyIn: [since('uat', '09:30')],
      },
      { stages: ['uat'], requiredSoakSeconds: 3600 },
      '11:00',
    ],
    [
      'verified, where it soaked long enough and left',
      { verifiedIn: [verifiedIn('uat', '10:00', 7200)] },
      { stages: ['uat'], requiredSoakSeconds: 3600 },
      '10:00',
    ],
    [
      'the first of two, where one is enough',
      { verifiedIn: [verifiedIn('uat', '10:00'), verifiedIn('qa', '09:00')] },
      { stages: ['uat', 'qa'] },
      '09:00',
    ],
    [
      'the last of two, where both are needed',
      { verifiedIn: [verifiedIn('uat', '10:00'), verifiedIn('qa', '09:00')] },
      { stages: ['uat', 'qa'], availability: 'All' },
      '10:00',
    ],
    [
      'never, where one of two is missing',
      { verifiedIn: [verifiedIn('uat', '10:00')] },
      { stages: ['uat', 'qa'], availability: 'All' },
      undefined,
    ],
    ['never, where it was not verified', {}, { stages: ['uat'] }, undefined],
    [
      'nobody knows when, where the time is missing',
      { discoveredAt: undefined },
      { direct: true },
      undefined,
    ],
    ['never, of another origin', { origin: 'Warehouse/x' }, {}, undefined],
  ])('is the time at which it was %s', (_, item, requested, expected) => {
    expect(at(item, requested)).toBe(expected);
  });

  it('is not before the stage was done with what it did', () => {
    const finishedAt = '2026-11-21T11:40:00Z';
    const [verification] = collection('1.0.0', ['Successful']).verifications;
    const history = [
      {
        ...collection('1.0.0'),
        verifications: [{ ...verification, finishedAt }],
      },
    ];
    expect(at({}, { direct: true }, { history })).toBe('11:40');
  });
});
