import { RefreshedValue } from './RefreshedValue';

function value(loads: Array<() => Promise<string>>) {
  const clock = { ms: 0 };
  const load = jest.fn(() => {
    const next = loads.shift();
    if (!next) throw new Error('nothing left to load');
    return next();
  });
  const refreshed = new RefreshedValue<string>({
    freshMs: 10,
    keepMs: 60,
    now: () => clock.ms,
  });
  return { clock, load, get: () => refreshed.get(load) };
}

describe('RefreshedValue', () => {
  it('loads once for all who wait, and gives what is fresh', async () => {
    const { clock, load, get } = value([async () => 'a']);
    await expect(Promise.all([get(), get()])).resolves.toEqual(['a', 'a']);
    clock.ms = 9;
    await expect(get()).resolves.toBe('a');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('gives an ageing value at once and gets the next one behind it', async () => {
    let finish = (_: string) => {};
    const { clock, get } = value([
      async () => 'a',
      () => new Promise(resolve => (finish = resolve)),
    ]);
    await get();
    clock.ms = 20;
    await expect(get()).resolves.toBe('a');
    finish('b');
    await new Promise(resolve => setImmediate(resolve));
    await expect(get()).resolves.toBe('b');
  });

  it('waits where the value is too old', async () => {
    const { clock, get } = value([async () => 'a', async () => 'b']);
    await get();
    clock.ms = 60;
    await expect(get()).resolves.toBe('b');
  });

  it('lives with a failure while it may, and tells of it after', async () => {
    const fail = async () => {
      throw new Error('catalog is away');
    };
    const { clock, get } = value([
      async () => 'a',
      fail,
      fail,
      async () => 'c',
    ]);
    await get();
    clock.ms = 20;
    await expect(get()).resolves.toBe('a');
    await new Promise(resolve => setImmediate(resolve));
    clock.ms = 70;
    await expect(get()).rejects.toThrow('catalog is away');
    await expect(get()).resolves.toBe('c');
  });
});
