import { ActorKeys } from './ActorKeys';

const SECRET = '0123456789abcdef0123456789abcdef';
/** Of `printf '%s' TEXT | openssl dgst -sha256 -hmac SECRET`: eight digits for "name of this secret", then the ref. */
const ADA =
  '168cc7d7.5ec2ce2fed76f0b84f3bd104f472f18b6af6a9b724b79d88ac780ca384df0019';

describe('ActorKeys', () => {
  it('is HMAC-SHA-256 of the ref, whatever its case', () => {
    const keys = ActorKeys.create([SECRET]);
    expect(keys.keyOf('user:default/ada')).toBe(ADA);
    expect(keys.keyOf('User:default/Ada')).toBe(ADA);
    expect(keys.keyOf('user:default/bob')).not.toBe(ADA);
  });

  it('finds under the secrets of before what is no longer written under them', () => {
    const keys = ActorKeys.create(['another secret', SECRET]);
    expect(keys.keyOf('user:default/ada')).not.toBe(ADA);
    expect(keys.keysOf('user:default/ada')).toEqual([
      keys.keyOf('user:default/ada'),
      ADA,
    ]);
  });
});
