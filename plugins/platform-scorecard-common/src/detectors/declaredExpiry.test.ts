import { declaredExpiry, readExpiry } from './declaredExpiry';

describe('readExpiry', () => {
  it.each([
    ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00+02:00', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T10:00Z', '2026-12-01T10:00:00.000Z'],
    // A day lasts until its end.
    ['2026-12-01', '2026-12-01T23:59:59.999Z'],
    ['2026-13-01', undefined],
    // Without a zone it is anybody's time.
    ['2026-12-01T10:00:00', undefined],
    ['next Friday', undefined],
    ['1', undefined],
    ['', undefined],
  ])('%s is %s', (text, time) => {
    expect(readExpiry(text)).toBe(time);
  });
});

describe('declaredExpiry', () => {
  it('tells apart what is absent and what cannot be read', () => {
    const key = 'platform-scorecard/expires-at';
    expect(declaredExpiry({})).toEqual({ kind: 'none' });
    expect(declaredExpiry({ [key]: 'soon' })).toEqual({ kind: 'unreadable' });
    expect(declaredExpiry({ [key]: '2026-12-01T10:00:00Z' })).toEqual({
      kind: 'at',
      expiresAt: '2026-12-01T10:00:00.000Z',
    });
    expect(declaredExpiry({ until: '2026-12-01' }, ['until'])).toMatchObject({
      kind: 'at',
    });
  });
});
