import type { Artifacts } from '../model/artifacts';
import { commitCompareUrl } from './commitCompareUrl';
import { compareArtifacts, comparisonSummary } from './compareArtifacts';

const artifacts = (parts: Partial<Artifacts>): Artifacts => ({
  commits: [],
  images: [],
  charts: [],
  others: [],
  ...parts,
});
const repoURL = 'https://git.example.com/shop/orders.git';
const from = artifacts({
  images: [
    { repoURL: 'reg/orders', tag: '1.8.2', digest: 'sha256:aa' },
    { repoURL: 'reg/worker', tag: '1.8.2', digest: 'sha256:cc' },
  ],
  charts: [
    { repoURL: 'https://charts.example.com', name: 'orders', version: '3.1.0' },
  ],
  commits: [{ repoURL, id: '1111111aaaa' }],
});
const to = artifacts({
  images: [
    { repoURL: 'reg/orders', tag: '1.8.3', digest: 'sha256:bb' },
    { repoURL: 'reg/worker', tag: '1.8.3', digest: 'sha256:cc' },
  ],
  commits: [{ repoURL, id: '2222222bbbb', tag: 'v1.8.3' }],
  others: [{ artifactType: 'wasm', version: '2' }],
});

describe('compareArtifacts', () => {
  const changes = compareArtifacts(
    from,
    to,
    (repository, left, right) => `${repository}?${left}..${right}`,
  );
  const find = (name: string) => changes.find(change => change.name === name);

  it('leads to the commits between', () => {
    expect(find(repoURL)).toEqual({
      type: 'commit',
      name: repoURL,
      change: 'changed',
      from: '1111111',
      to: 'v1.8.3',
      fromId: '1111111aaaa',
      toId: '2222222bbbb',
      url: `${repoURL}?1111111aaaa..2222222bbbb`,
    });
  });

  it('believes digests, not tags', () => {
    expect(find('reg/orders')?.change).toBe('changed');
    expect(find('reg/worker')).toMatchObject({
      change: 'same',
      from: '1.8.2',
      to: '1.8.3',
    });
  });

  it('knows what came and what went', () => {
    expect(find('https://charts.example.com/orders')).toMatchObject({
      change: 'removed',
      from: '3.1.0',
      to: undefined,
    });
    expect(find('wasm')).toMatchObject({ change: 'added', to: '2' });
  });

  it('says it in a sentence', () => {
    expect(comparisonSummary(changes)).toBe(
      '1 image, 1 chart, 1 repository, 1 other artifact of 5 artifacts differ.',
    );
    expect(comparisonSummary(compareArtifacts(from, from, () => ''))).toBe(
      'Both sides carry the same.',
    );
    expect(comparisonSummary([])).toBe('Neither side carries anything.');
  });
});

describe('commitCompareUrl', () => {
  const url = (host: string | undefined, repository: string) =>
    commitCompareUrl({ host, repoURL: repository, from: 'a', to: 'b' });

  it.each([
    [
      'github',
      'https://github.com/o/r',
      'https://github.com/o/r/compare/a...b',
    ],
    [
      'gitlab',
      'git@gitlab.example.com:g/r.git',
      'https://gitlab.example.com/g/r/-/compare/a...b',
    ],
    [
      'gitea',
      'ssh://git@git.example.com:2222/g/r.git',
      'https://git.example.com/g/r/compare/a...b',
    ],
    [
      'azure',
      'https://user:secret@dev.azure.com/o/p/_git/r',
      'https://dev.azure.com/o/p/_git/r/branchCompare?baseVersion=GCa&targetVersion=GCb',
    ],
    [undefined, 'https://git.example.com/g/r', undefined],
    ['github', 'file:///etc/passwd', undefined],
  ])('%s %s', (host, repository, expected) => {
    expect(url(host, repository)).toBe(expected);
  });
});
