import { readEntityRef, readEntityRefPath } from './readEntityRef';

describe('readEntityRefPath', () => {
  it('reads the entity of a path', () => {
    expect(
      readEntityRefPath({
        kind: 'Component',
        namespace: 'default',
        name: 'orders_v1.2',
      }),
    ).toBe('component:default/orders_v1.2');
  });

  it('names each part that cannot be one', () => {
    expect(() =>
      readEntityRefPath({ kind: 'a b', namespace: 'default', name: '../x' }),
    ).toThrow(/kind: .*; name: /);
  });
});

describe('readEntityRef', () => {
  it('takes a component where the text says no kind', () => {
    expect(readEntityRef('orders')).toBe('component:default/orders');
    expect(readEntityRef('resource:default/pool')).toBe(
      'resource:default/pool',
    );
  });

  it('says which text is no entity ref', () => {
    expect(() => readEntityRef('component:default/')).toThrow(
      '"component:default/" is not an entity ref',
    );
  });
});
