import { goldenPathOfEntity } from './goldenPathOfEntity';

function entity(annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', annotations },
  };
}

describe('goldenPathOfEntity', () => {
  it('reads path and version', () => {
    expect(
      goldenPathOfEntity(
        entity({
          'golden-path/name': 'template:default/standard-microservice',
          'golden-path/version': '1.0.0',
        }),
      ),
    ).toEqual({
      status: 'on-path',
      templateRef: 'template:default/standard-microservice',
      version: '1.0.0',
    });
  });

  it('leaves a missing version unknown', () => {
    expect(
      goldenPathOfEntity(entity({ 'golden-path/name': 'template:default/x' })),
    ).toEqual({
      status: 'on-path',
      templateRef: 'template:default/x',
      version: undefined,
    });
  });

  it('reports a value that names no template', () => {
    expect(
      goldenPathOfEntity(entity({ 'golden-path/name': 'standard' })),
    ).toMatchObject({
      status: 'invalid',
      reason: expect.stringContaining('"standard"'),
    });
  });

  it('says none without the annotation', () => {
    expect(goldenPathOfEntity(entity())).toEqual({ status: 'none' });
    expect(goldenPathOfEntity(entity({ 'golden-path/name': ' ' }))).toEqual({
      status: 'none',
    });
  });
});
