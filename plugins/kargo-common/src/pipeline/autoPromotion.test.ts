import { freight, request, verified } from '../__fixtures__/pipelineObjects';
import { autoPromotionCandidate } from './autoPromotion';

const at = new Date('2026-11-21T12:00:00Z');
const pick = (
  overrides: Parameters<typeof request>[0],
  ...items: Parameters<typeof freight>[]
) =>
  autoPromotionCandidate(
    { name: 'prod' },
    request(overrides),
    items.map(item => freight(...item)),
    at,
  );
const older = { discoveredAt: '2026-11-20T08:00:00Z' };

describe('autoPromotionCandidate', () => {
  it('is the newest that is available', () => {
    expect(
      pick(
        { stages: ['uat'] },
        ['1.0.0', { ...older, verifiedIn: [verified('uat')] }],
        ['1.0.1', { verifiedIn: [verified('uat')] }],
        ['1.0.2', { discoveredAt: '2026-11-21T11:00:00Z' }],
      ),
    ).toMatchObject({ status: 'candidate', freight: { name: '1.0.1' } });
  });

  it('is the last by name of those found at the same time', () => {
    expect(pick({ direct: true }, ['a'], ['c'], ['b'])).toMatchObject({
      freight: { name: 'c' },
    });
  });

  it('is what is upstream now where the stage matches it', () => {
    const match = { stages: ['uat'], selection: 'MatchUpstream' } as const;
    const there = {
      verifiedIn: [verified('uat')],
      currentlyIn: [{ stage: 'uat', since: undefined }],
    };
    expect(
      pick(
        match,
        ['1.0.0', { ...older, ...there }],
        ['1.0.1', { verifiedIn: [verified('uat')] }],
      ),
    ).toMatchObject({ freight: { name: '1.0.0' } });
    expect(pick(match, ['1.0.0', there], ['1.0.1', there])).toEqual({
      status: 'undecided',
    });
  });

  it('is none while nothing is verified', () => {
    expect(pick({ stages: ['uat'] }, ['1.0.0'])).toEqual({ status: 'none' });
  });

  // pkg/api/warehouse.go of v1.11.2 compares the set of all soaked stages with the requested ones.
  it('leaves out what soaked elsewhere too where all upstream stages count', () => {
    const all = {
      stages: ['eu', 'us'],
      availability: 'All',
      requiredSoakSeconds: 60,
    } as const;
    const soaked = (...stages: string[]) => ({
      verifiedIn: stages.map(stage => verified(stage, 60)),
    });
    expect(pick(all, ['f', soaked('eu', 'us')]).status).toBe('candidate');
    expect(pick(all, ['f', soaked('eu', 'us', 'lab')]).status).toBe('none');
  });
});
