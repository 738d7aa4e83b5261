import { stampCatalogInfo } from './stampCatalogInfo';

const annotations = {
  'golden-path/name': 'template:default/standard-microservice',
  'golden-path/version': '1.0.0',
};

describe('stampCatalogInfo', () => {
  it('keeps comments and other annotations, and replaces its own', () => {
    expect(
      stampCatalogInfo(
        `# Owned by the team
kind: Component
metadata:
  name: orders # the name
  annotations:
    kargo/project: orders
    golden-path/version: 0.9.0
spec:
  type: service
`,
        annotations,
      ),
    ).toBe(`# Owned by the team
kind: Component
metadata:
  name: orders # the name
  annotations:
    kargo/project: orders
    golden-path/version: 1.0.0
    golden-path/name: template:default/standard-microservice
spec:
  type: service
`);
  });

  it('annotates every entity of the file', () => {
    expect(
      stampCatalogInfo(
        `kind: Component
metadata:
  name: orders
---
kind: API
metadata:
  name: orders
`,
        { 'golden-path/version': '1.0.0' },
      ),
    ).toBe(`kind: Component
metadata:
  name: orders
  annotations:
    golden-path/version: 1.0.0
---
kind: API
metadata:
  name: orders
  annotations:
    golden-path/version: 1.0.0
`);
  });

  it('leaves alone what is no entity', () => {
    expect(stampCatalogInfo('- a\n- b\n', annotations)).toBe('- a\n- b\n');
  });

  it('refuses what is not YAML', () => {
    expect(() => stampCatalogInfo('a: [', annotations)).toThrow(
      'The catalog file is not YAML',
    );
  });
});
