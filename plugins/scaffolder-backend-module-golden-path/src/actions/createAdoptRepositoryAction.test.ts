import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { initRepoAndPush } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  formatLockFile,
  type LockFile,
} from '@fairway/plugin-golden-path-common';
import { GiteaServer } from '../__testUtils__/GiteaServer';
import { EffectLedger } from '../domain/EffectLedger';
import { createAdoptRepositoryAction } from './createAdoptRepositoryAction';

const lock: LockFile = {
  apiVersion: 'golden-path.fairway.dev/v1',
  template: 'template:default/standard-microservice',
  version: '1.0.0',
  answers: { name: 'orders', owner: 'group:default/payments' },
  files: {},
};

// Real git starts a process for every request.
jest.setTimeout(60_000);

describe('golden-path:repository:adopt', () => {
  const workspace = createMockDirectory();
  const repositories = createMockDirectory();
  let gitea: GiteaServer;

  beforeEach(async () => {
    gitea = await GiteaServer.start({ directory: repositories.path });
    workspace.setContent({
      'service/.golden-path.yaml': formatLockFile(lock),
      'service/README.md': '# orders\n',
    });
  });

  afterEach(async () => {
    await gitea.stop();
    workspace.clear();
    repositories.clear();
  });

  async function run(
    options: { readonly password?: string; readonly signal?: AbortSignal } = {},
  ) {
    const config = new ConfigReader({
      ...gitea.config(options.password),
      scaffolder: {
        defaultAuthor: { name: 'Platform', email: 'platform@example.com' },
      },
    });
    const auditor = mockServices.auditor.mock();
    const success = jest.fn();
    const fail = jest.fn();
    auditor.createEvent.mockResolvedValue({ success, fail });
    const logger = mockServices.logger.mock();
    const action = createAdoptRepositoryAction({
      auditor,
      config,
      integrations: ScmIntegrations.fromConfig(config),
      reader: UrlReaders.default({ logger, config }),
    });
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({
        input: {
          repoUrl: `${gitea.host}?owner=demo&repo=orders`,
          sourcePath: './service',
        },
        workspacePath: workspace.path,
      }),
      output,
      signal: options.signal,
    });
    return { output: Object.fromEntries(output.mock.calls), auditor, success };
  }

  /** Publishes another directory of the workspace, as an earlier run would have. */
  async function publish(content: Record<string, string>) {
    workspace.addContent({ earlier: content });
    await gitea.createRepository('demo/orders');
    const [{ username, password }] = gitea.config().integrations.gitea;
    await initRepoAndPush({
      dir: workspace.resolve('earlier'),
      remoteUrl: `http://${gitea.host}/demo/orders.git`,
      auth: { username, password },
      defaultBranch: 'main',
      logger: mockServices.logger.mock(),
    });
    return gitea.git('demo/orders', ['rev-parse', 'main']);
  }

  const effects = () =>
    EffectLedger.of({ workspacePath: workspace.path }).read();

  it('leaves the publishing to the next step where there is no repository', async () => {
    const { output, auditor } = await run();
    expect(output).toEqual({
      exists: false,
      remoteUrl: `http://${gitea.host}/demo/orders.git`,
      repoContentsUrl: `http://${gitea.host}/demo/orders/src/branch/main/`,
    });
    expect(auditor.createEvent).not.toHaveBeenCalled();
    expect(await effects()).toEqual([]);
  });

  it('pushes to the empty repository of a run that ended between creating and pushing', async () => {
    await gitea.createRepository('demo/orders');
    const { output, auditor, success } = await run();
    expect(output).toMatchObject({ exists: true });
    expect(
      await gitea.git('demo/orders', ['log', '--format=%an <%ae>: %s', 'main']),
    ).toBe(
      'Platform <platform@example.com>: Create the service on its golden path\n',
    );
    expect(await gitea.git('demo/orders', ['show', 'main:README.md'])).toBe(
      '# orders\n',
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'repository-push' }),
    );
    expect(success).toHaveBeenCalled();
    expect(await effects()).toEqual([
      `Repository: http://${gitea.host}/demo/orders.git`,
    ]);
    await expect(run()).resolves.toMatchObject({ output: { exists: true } });
  });

  it('adopts a repository of the same answers and overwrites nothing', async () => {
    const before = await publish({
      '.golden-path.yaml': formatLockFile({ ...lock, version: '0.9.0' }),
      'README.md': '# orders, edited by its team\n',
    });
    expect((await run()).output).toMatchObject({ exists: true });
    expect(await gitea.git('demo/orders', ['rev-parse', 'main'])).toBe(before);
  });

  it.each([
    [
      'made with other answers',
      {
        '.golden-path.yaml': formatLockFile({
          ...lock,
          answers: { ...lock.answers, owner: 'group:default/search' },
        }),
      },
      /made by template:default\/standard-microservice with other answers/,
    ],
    [
      'made by another template',
      {
        '.golden-path.yaml': formatLockFile({
          ...lock,
          template: 'template:default/batch-job',
        }),
      },
      /made by template:default\/batch-job/,
    ],
    [
      'not made by a golden path',
      { 'README.md': '# ours\n' },
      /was not made by a golden path/,
    ],
    [
      'with a lock file that cannot be read',
      { '.golden-path.yaml': 'template: 1\n' },
      /cannot be taken over: \.golden-path\.yaml is malformed/,
    ],
  ])('refuses a repository %s', async (_what, content, message) => {
    const before = await publish(content);
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(message),
    });
    expect(await gitea.git('demo/orders', ['rev-parse', 'main'])).toBe(before);
  });

  it('says that the host refuses the credentials, and not which', async () => {
    const refusal = await run({ password: 'wrong-password' }).catch(e => e);
    expect(refusal.name).toBe('NotAllowedError');
    expect(refusal.message).toBe(
      `http://${gitea.host}/demo/orders.git refuses the credentials that the portal has for it`,
    );
    expect(`${refusal.stack}`).not.toContain('wrong-password');
  });

  it('says that the host cannot be reached', async () => {
    await gitea.stop();
    await expect(run()).rejects.toThrow(
      `Could not ask http://${gitea.host}/demo/orders.git`,
    );
  });

  it('needs the lock of the rendered files', async () => {
    await publish({ '.golden-path.yaml': formatLockFile(lock) });
    workspace.setContent({ 'service/README.md': '# orders\n' });
    await expect(run()).rejects.toThrow('run golden-path:lock before');
  });

  it('pushes nothing for a task that is cancelled', async () => {
    await gitea.createRepository('demo/orders');
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await gitea.git('demo/orders', ['branch'])).toBe('');
  });
});
