import {
  correlate,
  withRelatedFailures,
  type CorrelatedFailure,
} from './correlate';
import { correlatedFailureOf } from './correlatedFailure';
import { diagnose } from './diagnose';

const broken = diagnose({
  kind: 'promotion',
  controlPlane: 'eu',
  project: 'shop',
  stage: 'prod',
  promotion: 'p',
  phase: 'Errored',
  message: 'error cloning https://git.example.com/a: Authentication failed',
});
const declined = diagnose({
  kind: 'promotion',
  controlPlane: 'eu',
  project: 'shop',
  stage: 'prod',
  promotion: 'p',
  phase: 'Failed',
  message: 'step "wait": pull request 12 was closed without being merged',
});

const failure = (
  name: string,
  minute: number,
  rest: Partial<CorrelatedFailure> & { controlPlane?: string; stage?: string },
): CorrelatedFailure => ({
  reference: {
    controlPlane: rest.controlPlane ?? 'eu',
    project: 'shop',
    stage: rest.stage ?? `stage-${name}`,
    name,
  },
  diagnosis: rest.diagnosis ?? broken,
  at: new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(),
  credentials: rest.credentials,
  repositories: rest.repositories,
  argocdInstance: rest.argocdInstance,
  shard: rest.shard,
  stepKind: rest.stepKind,
});

const summary = (failures: readonly CorrelatedFailure[]) =>
  correlate(failures).map(cause => [
    cause.kind,
    cause.value,
    cause.controlPlane,
    cause.failures.map(({ name }) => name).join(' '),
  ]);

describe('correlate', () => {
  it('finds a repository across control planes, however its URL is written', () => {
    expect(
      summary([
        failure('b', 5, {
          repositories: ['https://ada@git.example.com/a.git'],
          controlPlane: 'us',
        }),
        failure('a', 0, { repositories: ['https://git.example.com/A/'] }),
      ]),
    ).toEqual([['repository', 'git.example.com/a', undefined, 'a b']]);
  });

  it('finds a credential across control planes', () => {
    const credentials = ['shop/git'];
    expect(
      summary([
        failure('a', 0, { credentials }),
        failure('b', 5, { credentials, controlPlane: 'us' }),
      ]),
    ).toEqual([['credential', 'shop/git', undefined, 'a b']]);
  });

  it.each([
    ['shard', { shard: 'west' }],
    ['argocd-instance', { argocdInstance: 'west' }],
    ['step-kind', { stepKind: 'west' }],
  ] as const)('finds a %s within one control plane only', (kind, shared) => {
    expect(summary([failure('a', 0, shared), failure('b', 5, shared)])).toEqual(
      [[kind, 'west', 'eu', 'a b']],
    );
    expect(
      summary([
        failure('a', 0, shared),
        failure('b', 5, { ...shared, controlPlane: 'us' }),
      ]),
    ).toEqual([]);
  });

  it('ends with the window of 15 minutes', () => {
    const shard = 'west';
    expect(
      summary([failure('a', 0, { shard }), failure('b', 15, { shard })]),
    ).toHaveLength(1);
    expect(
      summary([failure('a', 0, { shard }), failure('b', 16, { shard })]),
    ).toEqual([]);
    expect(
      correlate([failure('a', 0, { shard }), failure('b', 16, { shard })], {
        windowMinutes: 16,
      }),
    ).toHaveLength(1);
  });

  it('names the more telling of two causes once', () => {
    const shared = { shard: 'west', credentials: ['shop/git'] };
    expect(summary([failure('a', 0, shared), failure('b', 1, shared)])).toEqual(
      [['credential', 'shop/git', 'eu', 'a b']],
    );
  });

  it('keeps the wider cause besides the more telling one', () => {
    const west = { shard: 'west' };
    const shared = { ...west, credentials: ['shop/git'] };
    expect(
      summary([
        failure('a', 0, shared),
        failure('b', 1, shared),
        failure('c', 2, west),
      ]),
    ).toEqual([
      ['credential', 'shop/git', 'eu', 'a b'],
      ['shard', 'west', 'eu', 'a b c'],
    ]);
  });

  it('shares nothing between promotions of one stage, nor with a decision', () => {
    const shard = 'west';
    expect(
      summary([
        failure('a', 0, { shard, stage: 'prod' }),
        failure('b', 1, { shard, stage: 'prod' }),
      ]),
    ).toEqual([]);
    expect(
      summary([
        failure('a', 0, { shard }),
        failure('b', 1, { shard, diagnosis: declined }),
      ]),
    ).toEqual([]);
  });

  it('gives the same answer in any order, and passes over unreadable times', () => {
    const shard = 'west';
    const failures = [
      failure('a', 0, { shard }),
      failure('b', 0, { shard }),
      failure('c', 3, { shard }),
      { ...failure('d', 3, { shard }), at: 'noon' },
    ];
    expect(correlate(failures)).toEqual(correlate([...failures].reverse()));
    expect(summary(failures)).toEqual([['shard', 'west', 'eu', 'a b c']]);
  });

  it('takes a promotion by its failed step and its shard', () => {
    const subject = {
      kind: 'promotion',
      controlPlane: 'eu',
      project: 'shop',
      stage: 'prod',
      promotion: 'p',
      shard: 'west',
      repositories: ['https://git.example.com/a'],
      steps: [
        { uses: 'git-clone', status: 'Succeeded' },
        { uses: 'git-push', status: 'Failed' },
      ],
    } as const;
    expect(
      correlatedFailureOf(subject, broken, {
        at: '2026-11-20T12:00:00Z',
        credentials: ['shop/git'],
      }),
    ).toEqual({
      reference: {
        controlPlane: 'eu',
        project: 'shop',
        stage: 'prod',
        name: 'p',
      },
      diagnosis: broken,
      at: '2026-11-20T12:00:00Z',
      credentials: ['shop/git'],
      repositories: ['https://git.example.com/a'],
      shard: 'west',
      stepKind: 'git-push',
    });
  });

  it('gives each diagnosis the other failures', () => {
    const shard = 'west';
    const [first, second] = [
      failure('a', 0, { shard }),
      failure('b', 1, { shard }),
    ];
    const causes = correlate([first, second]);
    expect(withRelatedFailures(broken, first.reference, causes)).toMatchObject({
      relatedFailures: [second.reference],
    });
    expect(
      withRelatedFailures(
        broken,
        { ...first.reference, name: 'other' },
        causes,
      ),
    ).toMatchObject({ relatedFailures: [] });
  });
});
