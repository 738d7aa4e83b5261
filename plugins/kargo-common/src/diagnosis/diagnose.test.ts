import { diagnose } from './diagnose';
import type { Diagnosis } from './diagnosis';
import type { PromotionEvidence, StageHealthEvidence } from './subject';

const promotion = (
  evidence: Partial<PromotionEvidence>,
): PromotionEvidence => ({
  kind: 'promotion',
  controlPlane: 'eu',
  project: 'shop',
  stage: 'prod',
  promotion: 'prod.01j9.9f2c1ab',
  phase: 'Errored',
  ...evidence,
});

const health = (
  evidence: Partial<StageHealthEvidence>,
): StageHealthEvidence => ({
  kind: 'stage-health',
  controlPlane: 'eu',
  project: 'shop',
  stage: 'prod',
  status: 'Unknown',
  issues: [],
  ...evidence,
});

const ruleOf = (diagnosis: Diagnosis) =>
  diagnosis.status === 'explained' ? diagnosis.rule : diagnosis.status;

describe('diagnose, on messages that are easily confused', () => {
  it.each([
    [
      'a pull request that was closed unmerged',
      'step "wait": pull request 12 was closed without being merged',
      {
        rule: 'pull-request.closed-unmerged',
        safeToRetry: 'no',
        whoCanAct: 'reviewer',
      },
    ],
    [
      'a pull request with conflicts',
      'step "merge": error merging pull request 12: pull request 12 has conflicts and cannot be merged',
      { rule: 'pull-request.conflicts', safeToRetry: 'after-fix' },
    ],
    [
      'a merge conflict of a push',
      'step "push": merge conflict',
      { rule: 'git-push.merge-conflict', safeToRetry: 'after-fix' },
    ],
    [
      'a lost race of a push',
      'error running step "push": error pushing commits to remote: error pushing branch: non-fast-forward',
      { rule: 'git-push.race', safeToRetry: 'yes' },
    ],
    [
      'a protected branch',
      'error running step "push": error pushing commits to remote: error pushing branch: error executing cmd [/usr/bin/git push origin HEAD:main]:  ! [remote rejected] HEAD -> main (protected branch hook declined)',
      {
        rule: 'git-server.protected-branch',
        safeToRetry: 'after-fix',
        whoCanAct: 'repository-admin',
      },
    ],
    [
      'an Application that is not there',
      'error running step "deploy": unable to find Argo CD Application "shop" in namespace "argocd"',
      { rule: 'argocd.application-not-found' },
    ],
    [
      'an Application that does not allow the stage',
      'error running step "deploy": Argo CD Application "shop" in namespace "argocd" does not permit mutation by Kargo Stage prod in namespace shop',
      { rule: 'argocd.not-authorised' },
    ],
    [
      'an Application that the controller may not read',
      'error running step "deploy": error finding Argo CD Application "shop" in namespace "argocd": applications.argoproj.io "shop" is forbidden: User "kargo" cannot get resource "applications" in API group "argoproj.io" in the namespace "argocd"',
      { rule: 'kubernetes.forbidden', operation: 'argocd.find' },
    ],
    [
      'a repository that is hidden or missing',
      'error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: remote: Repository not found.\nfatal: repository \'https://git.example.com/a/b/\' not found',
      { rule: 'git-server.not-found-or-no-access', confidence: 'likely' },
    ],
    [
      'a branch that is missing in a repository that is there',
      'error running step "clone": error cloning https://git.example.com/a/b: error executing cmd [/usr/bin/git clone]: fatal: Remote branch stage/prod not found in upstream origin',
      { rule: 'git-server.branch-missing', confidence: 'certain' },
    ],
    [
      'a gate that quotes another failure',
      'step "gate": HTTP (422) response met failure criteria: "merge conflict"',
      { rule: 'http.gate-said-no', severity: 'decision' },
    ],
  ])('knows %s', (_, message, expected) => {
    expect(diagnose(promotion({ message }))).toMatchObject({
      status: 'explained',
      ...expected,
    });
  });
});

describe('diagnose, on a promotion', () => {
  const timedOut = 'step "clone" timed out after 1m0s';

  it('explains the worst step, not the message of the promotion', () => {
    const diagnosis = diagnose(
      promotion({
        message: 'step "push": merge conflict',
        steps: [
          { status: 'Failed', message: 'step "push": merge conflict' },
          {
            status: 'Errored',
            uses: 'git-clone',
            message:
              'error cloning https://u:p@git.example.com/a: no such host',
            finishedAt: '2026-11-20T12:03:00Z',
          },
        ],
      }),
    );
    expect(diagnosis).toMatchObject({
      rule: 'network.dns',
      operation: 'git-clone.clone',
      cause:
        'Kargo was cloning https://[redacted]@git.example.com/a. The name of the host cannot be resolved from the controller.',
    });
    expect(diagnosis.evidence).toContainEqual({
      field: 'status.stepExecutionMetadata[1].message',
      value: 'error cloning https://[redacted]@git.example.com/a: no such host',
      at: '2026-11-20T12:03:00Z',
    });
  });

  it('does not blame a step that may fail', () => {
    expect(
      ruleOf(
        diagnose(
          promotion({
            steps: [
              { status: 'Errored', message: 'boom', continueOnError: true },
              { status: 'Failed', message: 'step "push": merge conflict' },
            ],
          }),
        ),
      ),
    ).toBe('git-push.merge-conflict');
  });

  it('looks behind a timeout where the last message was seen', () => {
    const step = { status: 'Errored', uses: 'git-clone', message: timedOut };
    const seen =
      'error running step "clone": error cloning https://git.example.com/a: connection refused; step will be retried';
    const diagnosis = diagnose(
      promotion({ steps: [{ ...step, lastMessageBeforeRetry: seen }] }),
    );
    expect(diagnosis).toMatchObject({
      rule: 'network.refused',
      severity: 'failure',
    });
    expect(diagnosis.evidence.map(({ value }) => value)).toEqual(
      expect.arrayContaining([timedOut, seen]),
    );
  });

  it('takes an error that Kargo will retry by itself for no failure yet', () => {
    const message =
      'error running step "clone": error cloning https://git.example.com/a: connection refused; step will be retried';
    const steps = [{ status: 'Errored', uses: 'git-clone', message }];
    expect(diagnose(promotion({ phase: 'Running', steps }))).toMatchObject({
      rule: 'network.refused',
      severity: 'waiting',
    });
    expect(diagnose(promotion({ phase: 'Errored', steps }))).toMatchObject({
      rule: 'network.refused',
      severity: 'failure',
    });
  });

  it('says that the error is lost where only the timeout is left', () => {
    const diagnosis = diagnose(
      promotion({
        steps: [{ status: 'Errored', uses: 'git-clone', message: timedOut }],
      }),
    );
    expect(diagnosis).toMatchObject({
      rule: 'orchestrator.timed-out',
      confidence: 'possible',
    });
    expect(diagnosis).toHaveProperty('cause', expect.stringContaining('lost'));
  });

  it.each([
    ['1.11.2', 'Failed', 'business'],
    ['v1.10.0', 'Errored', 'technical'],
    ['1.9.10', 'Errored', 'undetermined'],
    [undefined, 'Errored', 'undetermined'],
    [undefined, 'Failed', 'business'],
  ] as const)('of %s with status %s is %s', (kargoVersion, status, nature) => {
    const steps = [{ status, message: 'step "push": merge conflict' }];
    expect(diagnose(promotion({ kargoVersion, steps }))).toMatchObject({
      nature,
    });
  });

  it('is less sure of a text that this version should not write', () => {
    const message = 'rebase is unsafe and policy prohibits merge fallback';
    const confidence = (kargoVersion: string) =>
      diagnose(promotion({ message, kargoVersion }));
    expect(confidence('1.10.10')).toMatchObject({ confidence: 'certain' });
    expect(confidence('1.9.10')).toMatchObject({ confidence: 'likely' });
  });

  it('explains an HTTP step that failed without a message', () => {
    expect(
      ruleOf(
        diagnose(
          promotion({
            phase: 'Running',
            steps: [{ uses: 'http', status: 'Failed' }],
          }),
        ),
      ),
    ).toBe('http.status-not-2xx');
  });

  it('takes a pull request that waits for its review for no fault', () => {
    expect(
      diagnose(
        promotion({
          phase: 'Running',
          steps: [{ uses: 'git-wait-for-pr', status: 'Running' }],
        }),
      ),
    ).toMatchObject({ severity: 'waiting', whoCanAct: 'reviewer' });
  });

  it('admits what it does not know, and what Kargo was doing', () => {
    expect(
      diagnose(
        promotion({
          message:
            'error running step "clone": error cloning https://git.example.com/a: the dog ate it',
        }),
      ),
    ).toMatchObject({
      status: 'unknown',
      operation: 'git-clone.clone',
      raw: 'error running step "clone": error cloning https://git.example.com/a: the dog ate it',
    });
    expect(diagnose(promotion({})).status).toBe('unknown');
  });

  it('has nothing to say of success', () => {
    expect(
      diagnose(
        promotion({ phase: 'Succeeded', steps: [{ status: 'Succeeded' }] }),
      ).status,
    ).toBe('nothing-wrong');
  });

  it.each([
    ['one letter', 'a'],
    ['starts of a pattern', 'error cloning "'],
    ['quotes', '"\\'],
    ['starts of a wrapper', 'step "'],
    ['starts of a URL', 'https://a:'],
    ['starts of a secret', 'password="'],
    ['starts of a key', '-----BEGIN PRIVATE KEY'],
    ['starts of a token', 'eyJaaaaaa.'],
    ['spaces', 'token = '],
    ['new lines', '\n \t'],
  ])('comes to an end with 64 KiB of %s', (_, part) => {
    const message = part.repeat(Math.ceil((64 * 1024) / part.length));
    expect(diagnose(promotion({ message })).status).toBe('unknown');
  });
});

describe('diagnose, on the health of a stage', () => {
  const issue =
    'Argo CD Application "shop" in namespace "argocd" was not reconciled after its most recent operation completed; Application health status not trusted';

  it('takes unknown shortly after a sync for no alarm', () => {
    const since = '2026-11-20T12:00:00Z';
    const at = (observedAt: string) =>
      diagnose(health({ issues: [issue], since, observedAt }));
    expect(at('2026-11-20T12:00:30Z')).toMatchObject({ severity: 'waiting' });
    expect(at('2026-11-20T12:10:00Z')).toMatchObject({ severity: 'waiting' });
    expect(at('2026-11-20T12:11:00Z')).toMatchObject({
      severity: 'failure',
      cause: expect.stringContaining('11 minutes'),
    });
  });

  it('takes the worst of several issues', () => {
    expect(
      ruleOf(
        diagnose(
          health({
            status: 'Unhealthy',
            issues: [
              issue,
              'Argo CD Application "web" in namespace "argocd" has health state "Degraded"',
            ],
          }),
        ),
      ),
    ).toBe('health.degraded');
  });

  it('does not hide an unknown issue behind one that waits', () => {
    expect(diagnose(health({ issues: [issue, 'odd'] }))).toMatchObject({
      status: 'unknown',
      raw: 'odd',
    });
  });

  it('has nothing to say of health', () => {
    expect(diagnose(health({ status: 'Healthy' })).status).toBe(
      'nothing-wrong',
    );
  });
});

describe('diagnose, on a verification', () => {
  const verification = {
    kind: 'verification',
    controlPlane: 'eu',
    project: 'shop',
    stage: 'prod',
  } as const;

  it.each([
    ['Failed', 'Verification aborted by user', 'verification.aborted'],
    [
      'Failed',
      'Metric "error-rate" assessed Failed due to failed (2) > failureLimit (1)',
      'verification.metric-failed',
    ],
    [
      'Error',
      'Metric "error-rate" assessed Error due to consecutiveErrors (5) > consecutiveErrorLimit (4)',
      'verification.metric-error',
    ],
    ['Inconclusive', undefined, 'verification.inconclusive'],
    ['Failed', undefined, 'verification.failed-without-message'],
    ['Error', undefined, 'unknown'],
    ['Successful', 'anything', 'nothing-wrong'],
  ])('in phase %s with the message %s is %s', (phase, message, rule) => {
    expect(ruleOf(diagnose({ ...verification, phase, message }))).toBe(rule);
  });
});

describe('diagnose, on a warehouse', () => {
  const warehouse = (...conditions: Array<[string, string, string, string]>) =>
    diagnose({
      kind: 'warehouse',
      controlPlane: 'eu',
      project: 'shop',
      warehouse: 'web',
      conditions: conditions.map(([type, status, reason, message]) => ({
        type,
        status,
        reason,
        message,
      })),
    });

  it('tells a failed discovery from criteria that are not met', () => {
    expect(
      warehouse([
        'Healthy',
        'False',
        'DiscoveryFailed',
        'Unable to discover artifacts: error discovering artifacts: error discovering newest applicable images "registry.example.com/web": error listing tags: error listing tags for repo URL registry.example.com/web: GET https://registry.example.com/v2/web/tags/list: UNAUTHORIZED: authentication required',
      ]),
    ).toMatchObject({
      rule: 'registry.unauthorised',
      operation: 'warehouse-image.discover',
      severity: 'failure',
    });
    expect(
      warehouse([
        'Healthy',
        'False',
        'CriteriaNotSatisfied',
        'Freight creation criteria were not satisfied',
      ]),
    ).toMatchObject({
      rule: 'warehouse.criteria-not-met',
      severity: 'information',
    });
  });

  it('waits for a discovery that goes on', () => {
    expect(
      warehouse(['Ready', 'False', 'DiscoveryInProgress', 'Waiting']).status,
    ).toBe('nothing-wrong');
  });
});

describe('diagnose, on a controller', () => {
  const controller = {
    kind: 'controller',
    controlPlane: 'eu',
    shard: 'west',
    leasesKnown: true,
    observedAt: '2026-11-20T12:05:00Z',
  } as const;

  it.each([
    [
      'alive',
      { lease: { renewedAt: '2026-11-20T12:03:00Z' } },
      'nothing-wrong',
    ],
    [
      'silent',
      { lease: { renewedAt: '2026-11-20T12:02:59Z' } },
      'controller.silent',
    ],
    [
      'alive by its own measure',
      { lease: { renewedAt: '2026-11-20T12:00:00Z', durationSeconds: 300 } },
      'nothing-wrong',
    ],
    ['missing', {}, 'controller.missing'],
    [
      'missing for what has no shard',
      { shard: undefined },
      'controller.no-default',
    ],
    ['of a version without leases', { leasesKnown: false }, 'unknown'],
    ['unreadable', { lease: { renewedAt: 'yesterday' } }, 'unknown'],
    [
      'of another version',
      {
        lease: { renewedAt: '2026-11-20T12:05:00Z' },
        kargoVersion: '1.10.10',
        controlPlaneVersion: '1.11.2',
      },
      'controller.version-skew',
    ],
  ])('that is %s', (_, evidence, rule) => {
    expect(ruleOf(diagnose({ ...controller, ...evidence }))).toBe(rule);
  });
});
