import fc from 'fast-check';
import { diagnose } from './diagnose';
import { redact, redactExcerpt } from './redact';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const secretOf = (alphabet: string) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 20, maxLength: 60 })
    .map(characters => characters.join(''));
const plain = secretOf(letters + digits);
const upper = secretOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const odd = secretOf(`${letters}${digits}~+.-_`);

/** Each context, and a secret that may stand in it. */
const PLANTS: ReadonlyArray<
  readonly [string, fc.Arbitrary<string>, (secret: string) => string]
> = [
  ['password in a URL', odd, s => `https://ada:${s}@git.example.com/a/b.git`],
  [
    'password with a slash in a URL',
    plain,
    s => `https://ada:x/${s}@git.example.com/a`,
  ],
  ['token as user of a URL', odd, s => `https://${s}@git.example.com/a/b.git`],
  ['bearer token', odd, s => `Authorization: Bearer ${s}`],
  ['bearer token without header', odd, s => `sent Bearer ${s} to it`],
  ['basic credentials', plain, s => `Authorization: Basic ${s}==`],
  ['quoted header', odd, s => `{"Authorization":"Basic ${s}"}`],
  ['GitLab header', odd, s => `PRIVATE-TOKEN: ${s}`],
  ['GitHub personal token', plain, s => `got ghp_${s} back`],
  ['GitHub OAuth token', plain, s => `got gho_${s} back`],
  ['GitHub fine-grained token', plain, s => `got github_pat_${s}_x back`],
  ['GitLab token', odd, s => `got glpat-${s} back`],
  ['AWS key', upper, s => `got AKIA${s} back`],
  ['JSON Web Token', plain, s => `got eyJhbGciOi.eyJzdWIi${s}.sig${s} back`],
  [
    'private key',
    plain,
    s => `-----BEGIN RSA PRIVATE KEY-----\n${s}\n-----END RSA PRIVATE KEY-----`,
  ],
  [
    'private key that was cut off',
    plain,
    s => `-----BEGIN OPENSSH PRIVATE KEY-----\n${s}`,
  ],
  ['password pair', odd, s => `password=${s}`],
  ['environment variable', odd, s => `GIT_PASSWORD=${s} git fetch`],
  ['token pair in quotes', odd, s => `token="${s}"`],
  ['pair with spaces', odd, s => `client_secret = '${s}'`],
  [
    'query parameter',
    plain,
    s => `Get "https://x.example.com/?ref=a&access_token=${s}&b=c"`,
  ],
  [
    'signature of a blob',
    plain,
    s => `https://x.blob.core.windows.net/a?sv=1&sig=${s}`,
  ],
  ['argument', odd, s => `helm registry login --password ${s} host`],
  ['argument with equals sign', odd, s => `argocd --auth-token=${s} app sync`],
  ['JSON', odd, s => `{"password":"${s}","a":1}`],
  ['escaped JSON', odd, s => `{\\"token\\":\\"${s}\\"}`],
  ['YAML', odd, s => `apiKey: ${s}`],
];

describe('redact', () => {
  it.each(PLANTS)('leaves nothing of a %s', (_, secret, plant) => {
    fc.assert(
      fc.property(
        secret,
        fc.string({ maxLength: 40 }),
        fc.string({ maxLength: 40 }),
        (value, before, after) => {
          const text = redact(`${before} ${plant(value)} ${after}`);
          expect(text).not.toContain(value);
        },
      ),
    );
  });

  it.each(PLANTS)('keeps a %s out of diagnoses', (_, secret, plant) => {
    fc.assert(
      fc.property(secret, value => {
        const message = `error running step "clone": error cloning ${plant(
          value,
        )}: fatal: Authentication failed for it`;
        const promotion = {
          kind: 'promotion',
          controlPlane: 'a',
          project: 'shop',
          stage: 'prod',
          promotion: 'prod.1',
          phase: 'Errored',
        } as const;
        const issue = {
          kind: 'stage-health',
          controlPlane: 'a',
          project: 'shop',
          stage: 'prod',
          issues: [message, plant(value)],
        } as const;
        for (const subject of [
          { ...promotion, message },
          { ...promotion, message: plant(value) },
          {
            ...promotion,
            steps: [
              {
                status: 'Errored',
                message: 'step "clone" timed out after 5m0s',
                lastMessageBeforeRetry: message,
              },
            ],
          },
          issue,
        ]) {
          expect(JSON.stringify(diagnose(subject))).not.toContain(value);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    'error getting ECR auth token: AccessDeniedException: not authorised',
    'Unable to discover artifacts: no basic auth credentials',
    'unexpected token: EOF',
    'secret "signing-key" does not contain expected key "signingKey"',
    'pull request 12 was closed without being merged',
    'Get "https://gate.example.com:8443/check": dial tcp: connection refused',
    'https://git.example.com/shop/manifests.git',
    'git@git.example.com:shop/manifests.git: Permission denied (publickey,password).',
  ])('leaves %s as it is', text => {
    expect(redact(text)).toBe(text);
  });

  it('leaves nothing of a secret that a long text is cut in', () => {
    const secret = 'hunter2hunter2';
    for (let overlap = 0; overlap < 40; overlap++) {
      const filler = 'word '.repeat(13_200).slice(0, 64 * 1024 - overlap);
      const text = `${filler}https://ada:${secret}@git.example.com/a`;
      expect(redactExcerpt(text)).not.toContain('hunter2');
      expect(redactExcerpt(text).length).toBeLessThanOrEqual(64 * 1024);
    }
  });
});
