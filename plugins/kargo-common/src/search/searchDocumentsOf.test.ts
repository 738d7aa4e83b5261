import { freight, stage } from '../__fixtures__/pipelineObjects';
import { kargoSearchPageSchema } from './searchDocument';
import { searchDocumentsOf } from './searchDocumentsOf';

const ID = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d';

function documents(
  stages: Parameters<typeof searchDocumentsOf>[0]['stages'],
  items: Parameters<typeof searchDocumentsOf>[0]['freight'],
) {
  return searchDocumentsOf({
    entity: { ref: 'component:default/orders', title: 'Orders' },
    controlPlane: { name: 'platform', title: 'Platform' },
    project: 'orders',
    stages,
    freight: items,
  });
}

describe('searchDocumentsOf', () => {
  it('finds a stage by its name, its version and its shard', () => {
    const found = documents(
      [
        stage('prod', ['test'], {
          shard: 'emea',
          freight: { name: 'f1', version: '1.8.2' },
        }),
      ],
      [],
    );
    expect(found).toEqual([
      {
        kind: 'stage',
        title: 'prod of Orders',
        text: 'Kargo stage prod, project orders on Platform; has 1.8.2; shard emea.',
        entityRef: 'component:default/orders',
        selection: { stage: 'platform/prod' },
        project: 'orders',
        controlPlane: 'platform',
        stage: 'prod',
        version: '1.8.2',
      },
    ]);
    expect(kargoSearchPageSchema.parse({ documents: found })).toEqual({
      documents: found,
    });
  });

  it('finds freight by what it carries, without the password to it', () => {
    const [, found] = documents(
      [stage('test')],
      [
        freight('1.8.3', {
          alias: 'gilded-otter',
          artifacts: {
            commits: [
              {
                repoURL: 'https://bot:hunter2@git.example.com/orders.git',
                id: ID,
                branch: 'main',
              },
            ],
            images: [{ repoURL: 'registry.example.com/orders', tag: '1.8.3' }],
            charts: [],
            others: [],
          },
          currentlyIn: [{ stage: 'test', since: undefined }],
        }),
      ],
    );
    expect(found).toMatchObject({
      kind: 'freight',
      title: '1.8.3 of Orders',
      selection: { tab: 'freight' },
      version: '1.8.3',
    });
    expect(found.text).toMatch(
      /^Kargo freight gilded-otter, project orders on Platform; registry\.example\.com\/orders 1\.8\.3, .*git\.example\.com\/orders\.git main 7fd1a60b01f91b314f59955a4e4d4e80d8edf11d; in test\.$/,
    );
    expect(found.text).not.toContain('hunter2');
  });

  it('leaves out what no stage takes, and old freight that is nowhere', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      freight(`1.${index}`, {
        discoveredAt: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
        currentlyIn: index === 0 ? [{ stage: 'test', since: undefined }] : [],
      }),
    );
    const versions = documents(
      [stage('test')],
      [...many, freight('other', { origin: 'Warehouse/other' })],
    )
      .filter(({ kind }) => kind === 'freight')
      .map(({ version }) => version);
    expect(versions).toHaveLength(51);
    expect(versions).toContain('1.0');
    expect(versions).toContain('1.10');
    expect(versions).not.toContain('1.9');
    expect(versions).not.toContain('other');
  });
});
