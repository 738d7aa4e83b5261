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

  it('annotates the rendered entity before it takes its digest', async () => {
    workspace.setContent({
      'catalog-info.yaml': 'kind: Component\nmetadata:\n  name: orders\n',
    });
    await action.handler(
      createMockActionContext({
        input: { answers: {} },
        workspacePath: workspace.path,
        templateInfo,
      }),
    );
    expect(fs.readFileSync(workspace.resolve('catalog-info.yaml'), 'utf8'))
      .toBe(`kind: Component
metadata:
  name: orders
  annotations:
    backstage.io/source-template: template:default/standard-microservice
    golden-path/name: template:default/standard-microservice
    golden-path/version: 1.0.0
`);
    expect(
      parseLockFile(
        fs.readFileSync(workspace.resolve('.golden-path.yaml'), 'utf8'),
      ),
    ).toMatchObject({
      lock: {
        files: {
          // sha256sum of the text above
          'catalog-info.yaml':
            'sha256:4ba5196958104c1e87db592f3a94bd9413f01a1179df0993eb5d2b103efb3cc6',
        },
      },
    });
  });

  it('records the same lock twice', async () => {
    workspace.setContent({
      'catalog-info.yaml': 'metadata:\n  name: orders\n',
    });
    const run = async () => {
      await action.handler(
        createMockActionContext({
          input: { answers: { name: 'orders' } },
          workspacePath: workspace.path,
          templateInfo,
        }),
      );
      return fs.readFileSync(workspace.resolve('.golden-path.yaml'), 'utf8');
    };
    expect(await run()).toBe(await run());
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
