import { mockServices } from '@backstage/backend-test-utils';
import { readHistoryConfig, retentionStart } from './readHistoryConfig';

const read = (kargo: object) =>
  readHistoryConfig(mockServices.rootConfig({ data: { kargo } }));

describe('readHistoryConfig', () => {
  it('keeps 25 months and allows the usual paths', () => {
    expect(read({})).toEqual({
      retention: { months: 25 },
      allowedPaths: ['auto', 'portal', 'kargo', 'service'],
      portalIdentities: [],
    });
  });

  it('takes what is configured', () => {
    expect(
      read({
        history: { retention: { days: 400 } },
        allowedPaths: ['portal'],
        portalIdentities: ['kubernetes:portal'],
      }),
    ).toEqual({
      retention: { days: 400 },
      allowedPaths: ['portal'],
      portalIdentities: ['kubernetes:portal'],
    });
  });

  it.each([
    ['a path that is none', { allowedPaths: ['backdoor'] }, 'backdoor'],
    ['nothing to keep', { history: { retention: { days: 0 } } }, 'longer'],
    ['a word', { history: { retention: 'forever' } }, 'retention'],
  ])('refuses %s', (_, kargo, message) => {
    expect(() => read(kargo)).toThrow(message);
  });
});

describe('retentionStart', () => {
  it('counts months by the calendar, in UTC', () => {
    expect(
      retentionStart({ months: 25 }, new Date('2026-03-31T23:30:00-02:00')),
    ).toEqual(new Date('2024-03-01T01:30:00Z'));
    expect(
      retentionStart({ months: 1 }, new Date('2026-03-31T12:00:00Z')),
    ).toEqual(new Date('2026-02-28T12:00:00Z'));
  });
});
