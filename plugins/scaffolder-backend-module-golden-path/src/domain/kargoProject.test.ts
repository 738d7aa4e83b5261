import { kargoProject, type KargoProjectOptions } from './kargoProject';

const options: KargoProjectOptions = {
  project: 'orders',
  entityRef: 'component:default/orders',
  riskClass: 'application',
  imageRepository: 'registry.example.com/demo/orders',
  gitRepository: 'https://forge.example.com/demo/orders.git',
};

const names = (overrides: Partial<KargoProjectOptions> = {}) =>
  kargoProject({ ...options, ...overrides }).map(
    ({ object, namespace }) =>
      `${namespace ?? '-'} ${object.kind} ${
        (object.metadata as { name: string }).name
      }`,
  );

const find = (kind: string, overrides: Partial<KargoProjectOptions> = {}) =>
  kargoProject({ ...options, ...overrides })
    .map(manifest => manifest.object)
    .filter(object => object.kind === kind);

function requestsOf(spec: unknown) {
  return (spec as { requestedFreight: unknown }).requestedFreight;
}

describe('kargoProject', () => {
  it('makes the project first, and everything else in its namespace', () => {
    expect(names()).toEqual([
      '- Project orders',
      'orders ProjectConfig orders',
      'orders Warehouse orders',
      'orders Stage test',
      'orders Stage uat',
      'orders Stage prod',
    ]);
  });

  it('chains the stages, and soaks before production', () => {
    const sources = find('Stage').map(({ spec }) => requestsOf(spec));
    expect(sources).toEqual([
      [
        {
          origin: { kind: 'Warehouse', name: 'orders' },
          sources: { direct: true },
        },
      ],
      [
        {
          origin: { kind: 'Warehouse', name: 'orders' },
          sources: { stages: ['test'] },
        },
      ],
      [
        {
          origin: { kind: 'Warehouse', name: 'orders' },
          sources: { stages: ['uat'], requiredSoakTime: '30m' },
        },
      ],
    ]);
  });

  it.each([
    ['application', [true, true, true], '30m'],
    ['infrastructure', [true, true, false], '4h'],
    ['migration', [true, false, false], '24h'],
  ] as const)('gives %s its controls', (riskClass, automatic, soakTime) => {
    const [config] = find('ProjectConfig', { riskClass });
    expect(config.spec).toEqual({
      promotionPolicies: ['test', 'uat', 'prod'].map((stage, index) => ({
        stageSelector: { name: stage },
        autoPromotionEnabled: automatic[index],
      })),
    });
    expect(JSON.stringify(find('Stage', { riskClass })[2])).toContain(
      `"requiredSoakTime":"${soakTime}"`,
    );
  });

  it('says whose project it is', () => {
    expect(find('Project')[0].metadata).toEqual({
      name: 'orders',
      annotations: { 'golden-path/component': 'component:default/orders' },
    });
  });
});
