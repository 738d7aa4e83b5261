import { fieldPaths, pathText } from './fieldPaths';

const texts = (fields: unknown) => fieldPaths(fields).map(pathText);

describe('fieldPaths', () => {
  it('writes fields, list items, values and positions', () => {
    expect(
      texts({
        'f:spec': {
          'f:replicas': {},
          'f:ports': {
            '.': {},
            'k:{"containerPort":8080,"protocol":"TCP"}': {
              '.': {},
              'f:name': {},
            },
          },
          'f:finalizers': { 'v:"kubernetes"': {} },
          'f:args': { 'i:0': {} },
          'f:annotations': { 'f:example.com/a.b': {} },
        },
      }),
    ).toEqual([
      'spec.replicas',
      'spec.ports[containerPort=8080,protocol=TCP].name',
      'spec.finalizers["kubernetes"]',
      'spec.args[0]',
      'spec.annotations[example.com/a.b]',
    ]);
  });

  it('takes an item that is owned without its fields for a leaf', () => {
    expect(texts({ 'f:spec': { 'f:emptyDir': { '.': {} } } })).toEqual([
      'spec.emptyDir',
    ]);
  });

  it('keeps the text of a list key that is no JSON', () => {
    expect(texts({ 'f:spec': { 'k:{name': {} } })).toEqual(['spec[{name]']);
  });

  it('has nothing of an empty map', () => {
    expect(texts({})).toEqual([]);
  });

  it.each([7, 'text', [1], { 'f:spec': 'x' }])('refuses %j', fields => {
    expect(() => fieldPaths(fields)).toThrow();
  });
});
