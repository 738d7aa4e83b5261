import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parseLockFile } from '@fairway/plugin-golden-path-common';
import fs from 'node:fs';
import { createLockAction } from './createLockAction';

const templateInfo = {
  entityRef: 'template:default/standard-microservice',
  entity: {
    metadata: {
      name: 'standard-microservice',
      annotations: { 'golden-path/version': '1.0.0' },
    },
  },
};

describe('golden-path:lock', () => {
  const workspace = createMockDirectory();
  const action = createLockAction();

  it('records template, version, answers and the digest of each file', async () => {
    workspace.setContent({
      service: { 'hello.txt': 'hello\n', '.git': { HEAD: 'ref' } },
      'other.txt': 'not part of the repository',
    });
    const output = jest.fn();
    await action.handler({
      ...createMockActionContext({
        input: { answers: { name: 'orders' }, sourcePath: 'service' },
        workspacePath: workspace.path,
        templateInfo,
      }),
      output,
    });
    expect(output).toHaveBeenCalledWith('version', '1.0.0');
    expect(
      parseLockFile(
        fs.readFileSync(workspace.resolve('service/.golden-path.yaml'), 'utf8'),
      ),
    ).toEqual({
      ok: true,
      lock: {
        apiVersion: 'golden-path.fairway.dev/v1',
        template: 'template:default/standard-microservice',
        version: '1.0.0',
        answers: { name: 'orders' },
        files: {
          // printf 'hello\n' | sha256sum
          'hello.txt':
            'sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
        },
      },
    });
  });

  it('refuses to record a secret', async () => {
    workspace.setContent({});
    await expect(
      action.handler(
        createMockActionContext({
          input: { answers: { token: 'hunter2' } },
          secrets: { userToken: 'hunter2' },
          workspacePath: workspace.path,
          templateInfo,
        }),
      ),
    ).rejects.toThrow('The answer "token" is a secret');
  });

  it('needs a template with a version', async () => {
    await expect(
      action.handler(
        createMockActionContext({
          input: { answers: {} },
          workspacePath: workspace.path,
          templateInfo: { entityRef: 'template:default/unversioned' },
        }),
      ),
    ).rejects.toThrow('set the annotation golden-path/version');
  });

  it('stays inside the workspace', async () => {
    await expect(
      action.handler(
        createMockActionContext({
          input: { answers: {}, sourcePath: '../..' },
          workspacePath: workspace.path,
          templateInfo,
        }),
      ),
    ).rejects.toThrow(/Relative path is not allowed/);
  });
});
