import { artifactsObjectSchema, readArtifacts, versionOf } from './artifacts';

const commit = {
  repoURL: 'https://git.example.com/orders.git',
  id: '1a06ff65dd8b5c1c9157e7f424626df71d51f383',
};

describe('versionOf', () => {
  it.each([
    [
      'image tags first',
      {
        images: [{ repoURL: 'a', tag: '1.8.2' }],
        charts: [{ repoURL: 'c', version: '0.3.0' }],
        commits: [commit],
      },
      '1.8.2',
    ],
    [
      'one version where all images have the same',
      {
        images: [
          { repoURL: 'a', tag: '2.0.0' },
          { repoURL: 'b', tag: '2.0.0' },
        ],
      },
      '2.0.0',
    ],
    [
      'every version where they differ',
      {
        images: [
          { repoURL: 'a', tag: '2.0.0' },
          { repoURL: 'b', tag: '2.1.0' },
        ],
      },
      '2.0.0, 2.1.0',
    ],
    [
      'a digest where an image has no tag',
      {
        images: [
          {
            repoURL: 'a',
            digest:
              'sha256:40f334a825d2bbcb5d7bde863843250f1331e0cab30d22d6bda33e22aec2ca96',
          },
        ],
      },
      '40f334a825d2',
    ],
    ['a chart', { charts: [{ repoURL: 'c', version: '0.3.0' }] }, '0.3.0'],
    ['a short commit', { commits: [commit] }, '1a06ff6'],
    ['a git tag', { commits: [{ ...commit, tag: 'v1.0' }] }, 'v1.0'],
    [
      'an artifact of a later Kargo',
      { artifacts: [{ artifactType: 'oci', version: '3.1' }] },
      '3.1',
    ],
    ['nothing', { images: [], commits: null }, undefined],
  ])('names %s', (_, artifacts, version) => {
    const read = readArtifacts(artifactsObjectSchema.parse(artifacts));
    expect(versionOf(read)).toBe(version);
  });
});

describe('readArtifacts', () => {
  it('keeps the first line of a commit message', () => {
    const { commits } = readArtifacts({
      commits: [{ ...commit, message: 'Mend the cart\n\nLong story' }],
    });
    expect(commits[0].message).toBe('Mend the cart');
  });
});
