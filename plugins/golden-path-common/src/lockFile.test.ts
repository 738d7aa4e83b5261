import {
  formatLockFile,
  isSameOrigin,
  parseLockFile,
  type LockFile,
} from './lockFile';

const DIGEST = `sha256:${'0'.repeat(64)}`;

const lock: LockFile = {
  apiVersion: 'golden-path.fairway.dev/v1',
  template: 'template:default/standard-microservice',
  version: '1.0.0',
  answers: { name: 'orders', port: 8080 },
  files: { 'src/main.ts': DIGEST },
};

describe('lock file', () => {
  it('survives writing and reading', () => {
    expect(parseLockFile(formatLockFile(lock))).toEqual({ ok: true, lock });
  });

  it('has one text for one lock, whatever the order of the answers', () => {
    const shuffled = { ...lock, answers: { port: 8080, name: 'orders' } };
    expect(formatLockFile(shuffled)).toBe(formatLockFile(lock));
    expect(isSameOrigin(shuffled, lock)).toBe(true);
  });

  it.each([
    ['{', 'is not YAML'],
    ['', 'is malformed'],
    ['apiVersion: golden-path.fairway.dev/v2', 'is malformed'],
    [formatLockFile(lock).replace('sha256:', 'md5:'), 'files'],
  ])('says why %j is no lock', (text, reason) => {
    expect(parseLockFile(text)).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('tells other answers and other templates apart, not other versions', () => {
    expect(isSameOrigin(lock, { ...lock, answers: { name: 'carts' } })).toBe(
      false,
    );
    expect(
      isSameOrigin(lock, { ...lock, template: 'template:default/other' }),
    ).toBe(false);
    expect(isSameOrigin(lock, { ...lock, version: '1.1.0' })).toBe(true);
  });
});
